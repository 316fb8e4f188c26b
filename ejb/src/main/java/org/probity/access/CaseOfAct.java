package org.probity.access;

import java.util.function.Supplier;

/**
 * Which case an act is about: the first one that is held for it, or that it opens. A scope like {@link CurrentCaller}, for whoever keeps
 * what an act answered; outside of it nobody asks.
 */
public final class CaseOfAct {

    private static final ThreadLocal<CaseOfAct> CURRENT = new ThreadLocal<>();

    private String reference;

    /** What an act answered. @param reference of the case it was about, or null */
    public record Done<T>(T answer, String reference) {
    }

    private CaseOfAct() {
    }

    public static <T> Done<T> of(Supplier<T> act) {
        CaseOfAct before = CURRENT.get();
        CaseOfAct now = new CaseOfAct();
        CURRENT.set(now);
        try {
            return new Done<>(act.get(), now.reference);
        } finally {
            restore(before);
        }
    }

    /** The act that runs now is about that case, unless it is about another already. */
    public static void is(String reference) {
        CaseOfAct now = CURRENT.get();
        if (now != null && now.reference == null) {
            now.reference = reference;
        }
    }

    private static void restore(CaseOfAct before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}

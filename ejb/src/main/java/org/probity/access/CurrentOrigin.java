package org.probity.access;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** From where the current work comes. A scope like {@link CurrentCaller}; nothing set means the clockwork. */
public final class CurrentOrigin {

    private static final ThreadLocal<Work> WORK = new ThreadLocal<>();

    private record Work(Origin origin, Set<String> marks) {
    }

    private CurrentOrigin() {
    }

    /** Runs the work as coming from there. */
    public static void run(Origin origin, Runnable work) {
        call(origin, () -> {
            work.run();
            return null;
        });
    }

    /** Runs the work as coming from there and returns its answer. */
    public static <T> T call(Origin origin, Supplier<T> work) {
        Work before = WORK.get();
        WORK.set(new Work(origin, new HashSet<>()));
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** Never null. */
    public static Origin get() {
        Work work = WORK.get();
        return work == null ? Origin.clockwork() : work.origin();
    }

    /** Whether this is asked for the first time within the scope, such as one request. */
    public static boolean isFirst(String mark) {
        Work work = WORK.get();
        return work == null || work.marks().add(mark);
    }

    private static void restore(Work before) {
        if (before == null) {
            WORK.remove();
        } else {
            WORK.set(before);
        }
    }
}

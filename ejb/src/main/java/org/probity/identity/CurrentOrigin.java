package org.probity.identity;

import java.util.function.Supplier;

/** From where the current work comes. A scope like {@link CurrentCaller}; nothing set means the clockwork. */
public final class CurrentOrigin {

    private static final ThreadLocal<Origin> ORIGIN = new ThreadLocal<>();

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
        Origin before = ORIGIN.get();
        ORIGIN.set(origin);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** Never null. */
    public static Origin get() {
        Origin origin = ORIGIN.get();
        return origin == null ? Origin.clockwork() : origin;
    }

    private static void restore(Origin before) {
        if (before == null) {
            ORIGIN.remove();
        } else {
            ORIGIN.set(before);
        }
    }
}

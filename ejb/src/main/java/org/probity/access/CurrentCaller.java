package org.probity.access;

import java.util.function.Supplier;

/** Who is acting now. A scope like {@link org.probity.tenancy.CurrentBoard}; nobody set means the public. */
public final class CurrentCaller {

    private static final ThreadLocal<Caller> CALLER = new ThreadLocal<>();

    private CurrentCaller() {
    }

    /** Runs the work as that caller. */
    public static void run(Caller caller, Runnable work) {
        call(caller, () -> {
            work.run();
            return null;
        });
    }

    /** Runs the work as that caller and returns its answer. */
    public static <T> T call(Caller caller, Supplier<T> work) {
        Caller before = CALLER.get();
        CALLER.set(caller);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** Never null. */
    public static Caller get() {
        Caller caller = CALLER.get();
        return caller == null ? Caller.reporter() : caller;
    }

    private static void restore(Caller before) {
        if (before == null) {
            CALLER.remove();
        } else {
            CALLER.set(before);
        }
    }
}

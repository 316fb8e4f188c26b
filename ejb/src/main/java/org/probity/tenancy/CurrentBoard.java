package org.probity.tenancy;

import java.util.function.Supplier;

/**
 * The board the current work belongs to. Set by the web filter, the workflow steps and the scheduled loops, and by
 * nothing else; what was set before is restored afterwards.
 *
 * <p>A database session belongs to the board it was opened for: work on another board needs its own transaction.
 */
public final class CurrentBoard {

    private static final ThreadLocal<String> SLUG = new ThreadLocal<>();

    private CurrentBoard() {
    }

    /** Runs the work for that board. */
    public static void run(String slug, Runnable work) {
        call(slug, () -> {
            work.run();
            return null;
        });
    }

    /** Runs the work for that board and returns its answer. */
    public static <T> T call(String slug, Supplier<T> work) {
        String before = SLUG.get();
        SLUG.set(slug);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /**
     * Runs the work for no board and returns its answer: what belongs to the installation is read and written there.
     * A transaction keeps the board it was begun for, so the work begins its own.
     */
    public static <T> T outside(Supplier<T> work) {
        String before = SLUG.get();
        SLUG.remove();
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** @throws IllegalStateException when no board is set */
    public static String slug() {
        String slug = SLUG.get();
        if (slug == null) {
            throw new IllegalStateException("No board is set for this work");
        }
        return slug;
    }

    /** The board, or null when none is set. */
    public static String orNone() {
        return SLUG.get();
    }

    private static void restore(String before) {
        if (before == null) {
            SLUG.remove();
        } else {
            SLUG.set(before);
        }
    }
}

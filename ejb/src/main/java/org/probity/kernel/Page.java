package org.probity.kernel;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items what is on this page
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, long total) {

    /** Largest page anybody may ask for. */
    public static final int LARGEST = 100;

    /** A page size between 1 and {@link #LARGEST}. */
    public static int size(int asked) {
        return Math.max(1, Math.min(LARGEST, asked));
    }
}

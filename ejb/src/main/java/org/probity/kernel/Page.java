package org.probity.kernel;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /**
     * The first that may be shown. It reads on past those that may not: fewer than asked for would tell that some were left out.
     *
     * @param query in an order without ties
     */
    public static <T> Stream<T> first(int most, TypedQuery<T> query, Predicate<? super T> mayBeShown) {
        List<T> shown = new ArrayList<>();
        int read = 0;
        List<T> piece;
        do {
            piece = query.setFirstResult(read).setMaxResults(most).getResultList();
            piece.stream().filter(mayBeShown).forEach(shown::add);
            read += piece.size();
        } while (shown.size() < most && piece.size() == most);
        return shown.stream().limit(most);
    }
}

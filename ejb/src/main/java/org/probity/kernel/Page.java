package org.probity.kernel;

import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    /** Of the pages that are shown, and of those that are read by machines where nothing else is asked for. */
    private static final Set<Integer> LENGTHS = Set.of(10, 20, 25, 50, LARGEST);

    /** Last page anybody may ask for, counted from 0. */
    public static final int LAST = 10_000;

    /** A page size between 1 and {@link #LARGEST}. */
    public static int size(int asked) {
        return Math.max(1, Math.min(LARGEST, asked));
    }

    /** How many stand before a page; as many as before the last that is read where it lies behind that. @param page counted from 0 */
    public static int offset(int page, int size) {
        return Math.max(0, Math.min(LAST, page)) * size(size);
    }

    /**
     * One page of what a query finds, and no more of it in memory.
     *
     * @param query in an order without ties
     * @param count how many it finds in all
     * @param page counted from 0
     */
    public static <T> Page<T> read(TypedQuery<T> query, TypedQuery<Long> count, int page, int size) {
        long first = (long) page * size(size);
        List<T> items = first > Integer.MAX_VALUE ? List.of() : query.setFirstResult((int) first).setMaxResults(size(size)).getResultList();
        return new Page<>(items, count.getSingleResult());
    }

    /** One page of what an ordered query finds. @param query given what to end it with @param page counted from 0 */
    public static <T> List<T> rows(Function<String, TypedQuery<T>> query, int page, int size) {
        return page == 0 ? beginning(query, size(size))
                : query.apply("").setFirstResult(offset(page, size)).setMaxResults(size(size)).getResultList();
    }

    /**
     * The first that an ordered query finds. How many is written into it where that is the length of a page: for a number that it does not
     * know beforehand PostgreSQL plans the query anew each time. Of other lengths there are too many for each to be a query of its own.
     *
     * @param query given what to end it with
     */
    public static <T> List<T> beginning(Function<String, TypedQuery<T>> query, int most) {
        return LENGTHS.contains(most) ? query.apply(" limit " + most).getResultList() : query.apply("").setMaxResults(most).getResultList();
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

package org.probity.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.Days;

/**
 * What a case has given back of the time that its clocks stood still. Who runs out of time since before all of that has been given it until
 * one moment; to what was begun in between less was given, or nothing, and so the times they stood are kept until no deadline can be
 * ahead of its own.
 *
 * @param until null where nothing was given
 * @param stood the latest, in the order in which they ended
 */
public record TimeGiven(Instant until, List<Span> stood) {

    public static final TimeGiven NOTHING = new TimeGiven(null, List.of());

    /** As many as fit a column: several days of a case that is stopped as often as one may be. */
    static final int MOST = 30;

    /** Clocks stood still in between. */
    record Span(Instant from, Instant to) {

        boolean isOne() {
            return from.isBefore(to) && Days.keeps(from) && Days.keeps(to);
        }
    }

    /** @param stood as {@link #text} writes it, or null; what is none is left out */
    public static TimeGiven of(Instant until, String stood) {
        return new TimeGiven(until, stood == null || stood.isBlank() ? List.of() : Stream.of(stood.split(" ")).limit(MOST).flatMap(TimeGiven::span).toList());
    }

    private static Stream<Span> span(String text) {
        String[] ends = text.split("/", -1);
        try {
            return ends.length == 2 ? Stream.of(new Span(Instant.parse(ends[0]), Instant.parse(ends[1]))).filter(Span::isOne) : Stream.empty();
        } catch (DateTimeException none) {
            return Stream.empty();
        }
    }

    /** The times they stood, to be kept; null for none. */
    public String text() {
        return stood.isEmpty() ? null : stood.stream().map(span -> span.from() + "/" + span.to()).collect(Collectors.joining(" "));
    }

    /** Until when it was given to what was begun at that moment; null where nothing was. @param begun null for longer ago than anybody noted */
    Instant until(Instant begun, WorkingCalendar calendar) {
        if (begun == null || stood.isEmpty() || !begun.isAfter(stood.get(0).from())) {
            return until;
        }
        Instant given = null;
        for (Span span : stood) {
            given = begun.isAfter(span.from()) ? given : later(given, new Standstill(calendar, span.from(), span.to(), new TimeGiven(given, List.of())).givenUntil());
        }
        return given;
    }

    /** What is given once clocks have stood still again. */
    public TimeGiven and(Standstill again) {
        Span span = new Span(again.from(), again.to());
        if (!span.isOne()) {
            return this;
        }
        List<Span> all = new ArrayList<>(again.isAfterAll(this) ? List.of() : stood);
        all.add(span);
        return new TimeGiven(later(until, again.givenUntil()), List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    private static Instant later(Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}

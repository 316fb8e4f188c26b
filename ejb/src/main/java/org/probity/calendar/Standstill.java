package org.probity.calendar;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.probity.kernel.Days;
import org.probity.kernel.DeadlineShift;

/**
 * Clocks stood still from one moment to another. Each deadline that ran moves by as many working days as that took, one that was begun
 * counted whole, and keeps its time of day; so it never falls on a day on which the board is closed.
 *
 * <p>What was counted whole is given in advance: who stops the clocks of the case again before that working day is over gives no other
 * one. So a case keeps what it has {@link TimeGiven} back, and twenty-four working hours move its deadlines by a day once, however often its
 * clocks were stopped in them; together they still move by no less than they stood. To a deadline that was begun since, no time before it
 * was given, and of what was begun while they stood no time from before runs. No deadline moves beyond the last day that is kept, nor
 * does one end sooner than what is to be left at least, where that is said.
 */
public final class Standstill implements DeadlineShift {

    private final WorkingCalendar calendar;
    private final Instant from;
    private final Instant to;
    private final TimeGiven before;
    private final Instant given;
    private final int days;
    private final Instant soonest;
    private final Map<Instant, Integer> daysSince = new HashMap<>();

    /** @param before what earlier standing still has given back */
    public Standstill(WorkingCalendar calendar, Instant from, Instant to, TimeGiven before) {
        this(calendar, from, to, before, Instant.MIN);
    }

    private Standstill(WorkingCalendar calendar, Instant from, Instant to, TimeGiven before, Instant soonest) {
        this.calendar = calendar;
        this.from = from;
        this.to = to;
        this.before = before;
        this.given = latest(before.until());
        this.days = days(given);
        this.soonest = soonest;
    }

    /** The first of its case. */
    public Standstill(WorkingCalendar calendar, Instant from, Instant to) {
        this(calendar, from, to, TimeGiven.NOTHING);
    }

    /** The same, and nothing that it moves ends before that. */
    public Standstill leaving(Instant end) {
        return new Standstill(calendar, from, to, before, end);
    }

    private Instant latest(Instant until) {
        return until == null || until.isBefore(from) ? from : until;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private int days(Instant since) {
        return calendar.begun(Days.local(since), Days.local(to));
    }

    /** @param due of one that ran meanwhile */
    @Override
    public Instant moved(Instant begun, Instant due) {
        int lost = begun == null ? days : daysSince.computeIfAbsent(later(latest(before.until(begun, calendar)), begun), this::days);
        Instant moved = lost == 0 ? due
                : calendar.plus(Days.of(due), lost).atTime(Days.local(due).toLocalTime()).atZone(Days.LONDON).toInstant();
        return later(Days.keeps(moved) ? moved : due, soonest);
    }

    /** The end of the working days that are given back by it to what ran before all: later than {@link #to} where one of them was only begun. */
    Instant givenUntil() {
        return calendar.after(Days.local(given), days).atZone(Days.LONDON).toInstant();
    }

    /** What stood since an earlier moment, too, and still does: since when it would, had it begun only now to stand as long as it had before this. */
    public Instant countedAnew(Instant since) {
        return calendar.before(Days.local(to), Days.local(since), Days.local(from)).atZone(Days.LONDON).toInstant();
    }

    /** Whether nothing is given in advance any more to whatever ran when that had been given: a working day at most was. */
    boolean isAfterAll(TimeGiven earlier) {
        return earlier.stood().stream().map(span -> calendar.after(Days.local(span.to()), 1)).noneMatch(end -> end.isAfter(Days.local(from)))
                && (earlier.until() == null || !earlier.until().isAfter(from));
    }

    public Instant from() {
        return from;
    }

    public Instant to() {
        return to;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Standstill stood && calendar.equals(stood.calendar) && from.equals(stood.from) && to.equals(stood.to)
                && before.equals(stood.before) && soonest.equals(stood.soonest);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, to, before, soonest);
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}

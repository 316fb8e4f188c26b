package org.probity.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.probity.kernel.Days;

/**
 * Clocks stood still from one moment to another. Each deadline that ran moves by as many working days as that took, one that was begun
 * counted whole, and keeps its time of day; so it never falls on a day on which the board is closed.
 *
 * <p>What was counted whole is given in advance: who stops the clocks of the case again before that working day is over gives no other
 * one. So a case keeps until when it has given back ({@link #givenUntil}), and twenty-four working hours move its deadlines by a day once,
 * however often its clocks were stopped in them; together they still move by no less than they stood. No deadline moves beyond the last
 * day that is kept.
 *
 * @param given until when earlier standing still has been given back; null where nothing was
 */
public record Standstill(WorkingCalendar calendar, Instant from, Instant to, Instant given) implements UnaryOperator<Instant> {

    public Standstill {
        given = given == null || given.isBefore(from) ? from : given;
    }

    /** The first of its case. */
    public Standstill(WorkingCalendar calendar, Instant from, Instant to) {
        this(calendar, from, to, null);
    }

    /** @param deadline one that ran meanwhile @return when it is due now */
    @Override
    public Instant apply(Instant deadline) {
        int days = days();
        Instant moved = days == 0 ? deadline
                : calendar.plus(Days.of(deadline), days).atTime(Days.local(deadline).toLocalTime()).atZone(Days.LONDON).toInstant();
        return Days.keeps(moved) ? moved : deadline;
    }

    /** The end of the working days that are given back by it: later than {@link #to} where one of them was only begun. */
    public Instant givenUntil() {
        LocalDateTime end = calendar.after(Days.local(given), days());
        return end.atZone(Days.LONDON).toInstant();
    }

    private int days() {
        return calendar.begun(Days.local(given), Days.local(to));
    }
}

package org.probity.calendar;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.probity.kernel.Days;

/**
 * Clocks stood still from one moment to another. Each deadline that ran moves by as many working days as that took, one that was begun
 * counted whole, and keeps its time of day; so it never falls on a day on which the board is closed.
 */
public record Standstill(WorkingCalendar calendar, Instant from, Instant to) implements UnaryOperator<Instant> {

    /** @param deadline one that ran meanwhile @return when it is due now */
    @Override
    public Instant apply(Instant deadline) {
        int days = calendar.begun(Days.local(from), Days.local(to));
        return days == 0 ? deadline : calendar.plus(Days.of(deadline), days).atTime(Days.local(deadline).toLocalTime()).atZone(Days.LONDON).toInstant();
    }
}

package org.probity.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Counts working days. Knows nothing of boards or time zones. */
public record WorkingCalendar(Set<LocalDate> closed) {

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !closed.contains(day);
    }

    /** The day that many working days after {@code day}, which itself does not count; never earlier for 0. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate then = day;
        for (int counted = 0; counted < workingDays;) {
            then = then.plusDays(1);
            counted += isWorkingDay(then) ? 1 : 0;
        }
        return then;
    }

    /** The day that many working days before {@code day}. */
    public LocalDate minus(LocalDate day, int workingDays) {
        LocalDate then = day;
        for (int counted = 0; counted < workingDays;) {
            then = then.minusDays(1);
            counted += isWorkingDay(then) ? 1 : 0;
        }
        return then;
    }

    /** Working days after {@code from} up to and including {@code to}; negative where {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }
}

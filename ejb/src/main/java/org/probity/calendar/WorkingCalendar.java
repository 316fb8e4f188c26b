package org.probity.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.probity.kernel.Days;

/** Counts working days, none beyond the first and the last that are kept: however many are asked for, counting ends. Knows nothing of boards or time zones. */
public record WorkingCalendar(Set<LocalDate> closed) {

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !closed.contains(day);
    }

    /** The day that many working days after {@code day}, which itself does not count; never earlier for 0. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate then = day;
        for (int counted = 0; counted < workingDays && then.isBefore(Days.LAST);) {
            then = then.plusDays(1);
            counted += isWorkingDay(then) ? 1 : 0;
        }
        return then;
    }

    /** The day that many working days before {@code day}. */
    public LocalDate minus(LocalDate day, int workingDays) {
        LocalDate then = day;
        for (int counted = 0; counted < workingDays && then.isAfter(Days.FIRST);) {
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

    /** Working days that it takes from one moment to another, one that was begun counted whole. */
    int begun(LocalDateTime from, LocalDateTime to) {
        return (int) working(from, to).plusDays(1).minusNanos(1).toDays();
    }

    /** The moment until which that many working days run from {@code from}, from midnight to midnight each; {@code from} itself for 0. */
    LocalDateTime after(LocalDateTime from, int workingDays) {
        LocalDateTime begin = workingDays == 0 || isWorkingDay(from.toLocalDate()) ? from : plus(from.toLocalDate(), 1).atStartOfDay();
        return plus(begin.toLocalDate(), workingDays).atTime(begin.toLocalTime());
    }

    /** How much of that time lies in working days; none where {@code to} is earlier. */
    private Duration working(LocalDateTime from, LocalDateTime to) {
        Duration worked = Duration.ZERO;
        for (LocalDateTime then = from; then.isBefore(to); then = nextDay(then)) {
            LocalDateTime end = nextDay(then).isBefore(to) ? nextDay(then) : to;
            worked = isWorkingDay(then.toLocalDate()) ? worked.plus(Duration.between(then, end)) : worked;
        }
        return worked;
    }

    private static LocalDateTime nextDay(LocalDateTime then) {
        return then.toLocalDate().plusDays(1).atStartOfDay();
    }

    /** The moment from which to {@code end} as much working time runs as from {@code from} to {@code to}. */
    LocalDateTime before(LocalDateTime end, LocalDateTime from, LocalDateTime to) {
        Duration left = working(from, to);
        LocalDateTime then = end;
        while (!left.isZero()) {
            LocalDateTime begin = then.minusNanos(1).toLocalDate().atStartOfDay();
            Duration day = isWorkingDay(begin.toLocalDate()) ? Duration.between(begin, then) : Duration.ZERO;
            then = day.compareTo(left) < 0 ? begin : then.minus(left);
            left = day.compareTo(left) < 0 ? left.minus(day) : Duration.ZERO;
        }
        return then;
    }
}

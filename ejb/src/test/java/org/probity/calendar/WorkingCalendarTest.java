package org.probity.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Days;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = new WorkingCalendar(BankHolidays.read());

    @Test
    void weekendsAndBankHolidaysDoNotCount() {
        assertThat(calendar.plus(LocalDate.of(2026, 12, 23), 2)).isEqualTo(LocalDate.of(2026, 12, 29));
    }

    @Test
    void aSubstituteDayIsNoWorkingDay() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 12, 28))).isFalse();
    }

    @Test
    void aBoardsOwnClosedDayDoesNotCount() {
        WorkingCalendar closed = new WorkingCalendar(Set.of(LocalDate.of(2026, 11, 24)));
        assertThat(closed.plus(LocalDate.of(2026, 11, 23), 1)).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void betweenUndoesPlusAndMinusUndoesBoth() {
        LocalDate start = LocalDate.of(2026, 11, 20);
        for (int days = 0; days < 300; days++) {
            assertThat(calendar.between(start, calendar.plus(start, days))).isEqualTo(days);
            assertThat(calendar.between(calendar.minus(start, days), start)).isEqualTo(days);
        }
    }

    /** Two thousand million days would keep whoever counts them for hours. */
    @Test
    void countingEndsWhateverIsAsked() {
        LocalDate day = LocalDate.of(2026, 11, 25);
        assertThat(calendar.plus(day, Integer.MAX_VALUE)).isEqualTo(Days.LAST);
        assertThat(calendar.minus(day, Integer.MAX_VALUE)).isEqualTo(Days.FIRST);
        WorkingCalendar never = new WorkingCalendar(day.datesUntil(Days.LAST).collect(Collectors.toSet()));
        assertThat(never.plus(day, 1)).isEqualTo(Days.LAST);
    }

    @Test
    void betweenIsNegativeForThePast() {
        assertThat(calendar.between(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 23))).isEqualTo(-2);
    }
}

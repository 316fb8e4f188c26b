package org.probity.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

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

    @Test
    void betweenIsNegativeForThePast() {
        assertThat(calendar.between(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 23))).isEqualTo(-2);
    }
}

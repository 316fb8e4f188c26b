package org.probity.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Clocks that stood still for some days until now, where no day is closed but weekends. */
public final class Stood {

    private Stood() {
    }

    public static Standstill until(Instant now, int days) {
        return new Standstill(new WorkingCalendar(Set.of()), now.minus(Duration.ofDays(days)), now);
    }
}

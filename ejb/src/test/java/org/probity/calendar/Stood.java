package org.probity.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.probity.kernel.Days;

/** Clocks that stood still for some days, where no day is closed but weekends. */
public final class Stood {

    private Stood() {
    }

    /** From now on, and so with whatever has begun by now. @param days working days */
    public static Standstill since(Instant now, int days) {
        WorkingCalendar calendar = new WorkingCalendar(Set.of());
        return new Standstill(calendar, now, calendar.after(Days.local(now), days).atZone(Days.LONDON).toInstant());
    }

    public static Standstill between(Instant from, Instant to) {
        return new Standstill(new WorkingCalendar(Set.of()), from, to);
    }

    public static Standstill until(Instant now, int days) {
        return new Standstill(new WorkingCalendar(Set.of()), now.minus(Duration.ofDays(days)), now);
    }
}

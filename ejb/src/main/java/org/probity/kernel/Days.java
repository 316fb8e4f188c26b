package org.probity.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Between instants and the days people live in: London time. */
public final class Days {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A deadline given as a day ends at five in the afternoon. */
    public static final LocalTime CLOSE = LocalTime.of(17, 0);

    private Days() {
    }

    public static LocalDate of(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    /** Five in the afternoon, London time, of that day. */
    public static Instant close(LocalDate day) {
        return day.atTime(CLOSE).atZone(LONDON).toInstant();
    }
}

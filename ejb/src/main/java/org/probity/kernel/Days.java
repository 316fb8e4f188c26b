package org.probity.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Between instants and the days people live in: London time. And which days are kept at all. */
public final class Days {

    /** Beyond these no case of a board has a day; and sums with days stay what every database can keep. */
    public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** A deadline given as a day ends at five in the afternoon. */
    public static final LocalTime CLOSE = LocalTime.of(17, 0);

    private static final Instant BEGIN = FIRST.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END = LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private Days() {
    }

    /** Whether it is one that is kept. */
    public static boolean keeps(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }

    /** Whether it lies in a day that is kept, in universal time as in London. */
    public static boolean keeps(Instant moment) {
        return !moment.isBefore(BEGIN) && moment.isBefore(END);
    }

    public static LocalDate of(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    /** What calendar and clock in London say at that moment. */
    public static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, LONDON);
    }

    /** Five in the afternoon, London time, of that day. */
    public static Instant close(LocalDate day) {
        return day.atTime(CLOSE).atZone(LONDON).toInstant();
    }

    /** The last minute of that day, London time: what has to be done on the day that it comes in has until then. */
    public static Instant end(LocalDate day) {
        return day.atTime(23, 59).atZone(LONDON).toInstant();
    }
}

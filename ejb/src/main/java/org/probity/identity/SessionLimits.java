package org.probity.identity;

import java.time.Duration;

/**
 * How long a sign-in lasts.
 *
 * @param idle without anything done
 * @param longest whatever is done
 */
public record SessionLimits(Duration idle, Duration longest) {

    /** What is left when a page warns of the end. */
    public static final Duration WARNING = Duration.ofMinutes(2);

    private static final int MINUTES = 30;
    private static final int HOURS = 12;

    /** {@code PROBITY_SESSION_MINUTES} (idle, 30) and {@code PROBITY_SESSION_HOURS} (at most, 12). */
    static SessionLimits configured() {
        return of(System.getenv("PROBITY_SESSION_MINUTES"), System.getenv("PROBITY_SESSION_HOURS"));
    }

    /** @throws IllegalArgumentException for anything but whole numbers of at least 5 minutes and 1 hour */
    static SessionLimits of(String minutes, String hours) {
        return new SessionLimits(Duration.ofMinutes(number("PROBITY_SESSION_MINUTES", minutes, MINUTES, 5)),
                Duration.ofHours(number("PROBITY_SESSION_HOURS", hours, HOURS, 1)));
    }

    private static int number(String name, String given, int otherwise, int least) {
        if (given == null || given.isBlank()) {
            return otherwise;
        }
        if (!given.strip().matches("\\d{1,7}") || Integer.parseInt(given.strip()) < least) {
            throw new IllegalArgumentException(name + " has to be a number of at least " + least);
        }
        return Integer.parseInt(given.strip());
    }
}

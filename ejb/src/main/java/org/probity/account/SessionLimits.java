package org.probity.account;

import java.time.Duration;

/**
 * How long a sign-in lasts, and how many stand.
 *
 * @param idle without anything done
 * @param longest whatever is done
 * @param most of one account at a time, for each way in
 */
public record SessionLimits(Duration idle, Duration longest, int most) {

    /** What is left when a page warns of the end. */
    public static final Duration WARNING = Duration.ofMinutes(2);

    private static final int MINUTES = 30;
    private static final int HOURS = 12;
    private static final int MOST = 5;

    /** {@code PROBITY_SESSION_MINUTES} (idle, 30), {@code PROBITY_SESSION_HOURS} (at most, 12) and {@code PROBITY_SESSIONS} (5). */
    static SessionLimits configured() {
        return of(System.getenv("PROBITY_SESSION_MINUTES"), System.getenv("PROBITY_SESSION_HOURS"), System.getenv("PROBITY_SESSIONS"));
    }

    /** @throws IllegalArgumentException for anything but whole numbers of at least 5 minutes, 1 hour and 1 session */
    static SessionLimits of(String minutes, String hours, String sessions) {
        return new SessionLimits(Duration.ofMinutes(number("PROBITY_SESSION_MINUTES", minutes, MINUTES, 5)),
                Duration.ofHours(number("PROBITY_SESSION_HOURS", hours, HOURS, 1)), number("PROBITY_SESSIONS", sessions, MOST, 1));
    }

    /** For so long after the last request the server remembers what belongs to a sign-in: no sign-in can lie idle longer. */
    public static Duration remembered() {
        return configured().idle().plus(AccountSession.GRAIN).plus(AccountSession.GRAIN);
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

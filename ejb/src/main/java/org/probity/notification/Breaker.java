package org.probity.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps mail from a server that does not take any. After a few failures in a row nothing is tried for a while; then one mail is,
 * and if that fails too, the wait doubles. Mail that waits here stays in its queue, in its order, and loses none of its tries.
 */
final class Breaker {

    static final int FAILURES = 3;
    static final Duration SHORTEST = Duration.ofSeconds(30);
    static final Duration LONGEST = Duration.ofMinutes(10);

    private int failures;
    private Duration wait = SHORTEST;
    private Instant closedUntil = Instant.MIN;

    /** Whether a mail may be tried now. */
    synchronized boolean admits(Clock clock) {
        return failures < FAILURES || !clock.instant().isBefore(closedUntil);
    }

    /** The server took something, or said no in so many words. */
    synchronized void answered() {
        failures = 0;
        wait = SHORTEST;
    }

    /** It did not answer. @return whether nothing more is tried from now on, and was until now */
    synchronized boolean failed(Clock clock) {
        boolean admitted = admits(clock);
        failures++;
        if (failures == FAILURES) {
            wait = SHORTEST;
        } else if (failures > FAILURES && admitted) {
            wait = LONGEST.compareTo(wait.multipliedBy(2)) < 0 ? LONGEST : wait.multipliedBy(2);
        }
        if (failures >= FAILURES && admitted) {
            closedUntil = clock.instant().plus(wait);
        }
        return failures == FAILURES;
    }
}

package org.probity.kernel;

import java.time.Instant;

/** How deadlines move. */
public interface DeadlineShift {

    /**
     * When it is due from now on.
     *
     * @param begun since when the deadline runs; null for longer than anybody noted
     */
    Instant moved(Instant begun, Instant due);
}

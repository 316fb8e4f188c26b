package org.probity.investigation;

import java.time.Duration;

/** Fired in the act's transaction when the clocks of a case run again: whoever keeps a deadline of it moves that. */
public record ClocksResumed(String reference, Duration stood) {
}

package org.probity.investigation;

import org.probity.calendar.Standstill;

/** Fired in the act's transaction when the clocks of a case run again: whoever keeps a deadline of it moves that. */
public record ClocksResumed(String reference, Standstill stood) {
}

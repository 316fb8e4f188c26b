package org.probity.evidence;

import java.time.Instant;

/** One line of a custody record. */
public record CustodyLine(CustodyEvent.Kind kind, Instant at, String by) {
}

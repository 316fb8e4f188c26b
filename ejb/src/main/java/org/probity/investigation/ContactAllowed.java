package org.probity.investigation;

import org.probity.calendar.Standstill;

/**
 * Fired in the act's transaction when the subject of a case may be contacted: their time to answer goes on from where it stood.
 *
 * @param stood since when they might not be until now; no time where they might
 */
public record ContactAllowed(String reference, Standstill stood) {
}

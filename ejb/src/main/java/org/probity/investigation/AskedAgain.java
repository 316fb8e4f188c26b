package org.probity.investigation;

import org.probity.calendar.Standstill;

/**
 * Fired in the act's transaction when the subject of a case counts as asked again, since it is no protected disclosure: what they did not
 * say meanwhile is not held against them.
 *
 * @param stood since when they did not until now
 */
public record AskedAgain(String reference, Standstill stood) {
}

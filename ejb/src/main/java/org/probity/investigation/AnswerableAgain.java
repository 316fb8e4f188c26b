package org.probity.investigation;

import org.probity.calendar.Standstill;

/**
 * Fired in the act's transaction when a case that had ended runs again: what its subject could not say in it meanwhile is not held against
 * them. They are told so by whoever gives them that time.
 *
 * @param stood since when they could not until now
 */
public record AnswerableAgain(String reference, Standstill stood) {
}

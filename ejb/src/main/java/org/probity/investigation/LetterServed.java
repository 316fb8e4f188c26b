package org.probity.investigation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A letter that had to be posted or brought is with its reader: the time they have to answer it begins.
 *
 * @param documentId the letter
 * @param on the day of service, which may be still to come where it was posted
 * @param at when that was recorded
 */
public record LetterServed(String reference, Long documentId, LocalDate on, Instant at) {
}

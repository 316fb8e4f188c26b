package org.probity.investigation;

import java.time.LocalDate;

/**
 * How an officer ends a case.
 *
 * @param summary the outcome in words that can be told to the subject, up to 4,000 characters
 * @param learning what the board learns from it
 * @param tellSubject whether the subject gets the closure letter; refused where they may not be contacted
 * @param retirementOn when they reach normal retirement age, or null where that is not known: a case that came to the designated
 *        officer is kept until then at least
 */
public record Closing(String summary, String learning, boolean tellSubject, LocalDate retirementOn) {
}

package org.probity.investigation;

/**
 * How an officer ends a case.
 *
 * @param summary the outcome in words that can be told to the subject, up to 4,000 characters
 * @param learning what the board learns from it
 * @param tellSubject whether the subject gets the closure letter; refused where they may not be contacted
 */
public record Closing(String summary, String learning, boolean tellSubject) {
}

package org.probity.evidence;

import java.time.Instant;

/**
 * Evidence to be kept.
 *
 * @param sourceAddress where it was seen; required where there is no file
 * @param capturedAt null for now; not in the future
 * @param how it was captured, such as a screenshot taken by the officer
 */
public record NewEvidence(String title, String sourceAddress, Instant capturedAt, String how) {
}

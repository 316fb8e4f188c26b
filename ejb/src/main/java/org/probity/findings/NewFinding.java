package org.probity.findings;

/**
 * What an officer found about one allegation.
 *
 * @param reasons required, up to 4,000 characters
 */
public record NewFinding(Long allegationId, Result result, String reasons) {
}

package org.probity.findings;

import java.util.List;

/**
 * Everything an officer puts forward for review.
 *
 * @param findings one for each allegation of the investigation
 * @param refer whether the parent organisation should be told (000 cl. 6.2)
 * @param organisationId whom to refer to; required with {@code refer}
 * @param reasonsForReferral why; required with {@code refer}
 * @param weighing how private life and lawful free expression were weighed; required with {@code refer}
 */
public record NewFindings(List<NewFinding> findings, boolean refer, Long organisationId, String reasonsForReferral,
        String weighing) {

    public NewFindings {
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** Findings that stay with the board. */
    public static NewFindings withoutReferral(List<NewFinding> findings) {
        return new NewFindings(findings, false, null, null, null);
    }
}

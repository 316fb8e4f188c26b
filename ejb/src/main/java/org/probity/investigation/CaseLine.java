package org.probity.investigation;

import java.time.Instant;

/**
 * A case in one line.
 *
 * @param subjectAccountId the subject's way into the portal, or null
 * @param conflictOpen whether the reader has to say first whether they have a conflict of interest; until then who it is
 *        about and how severe it is are left out
 */
public record CaseLine(Long id, String reference, String title, Stage stage, Severity severity, Instant openedAt,
        Long officerId, String subjectName, Long subjectAccountId, boolean conflictOpen) {

    public CaseLine {
        severity = conflictOpen ? null : severity;
        subjectName = conflictOpen ? null : subjectName;
        subjectAccountId = conflictOpen ? null : subjectAccountId;
    }
}

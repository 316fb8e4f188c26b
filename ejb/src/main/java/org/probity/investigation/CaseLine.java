package org.probity.investigation;

import java.time.Instant;

/**
 * A case in one line.
 *
 * @param subjectAccountId the subject's way into the portal, or null
 */
public record CaseLine(Long id, String reference, String title, Stage stage, Severity severity, Instant openedAt,
        Long officerId, String subjectName, Long subjectAccountId) {
}

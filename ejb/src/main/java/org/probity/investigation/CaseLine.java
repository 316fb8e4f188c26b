package org.probity.investigation;

import java.time.Instant;
import org.probity.worklist.Urgency;

/**
 * A case in one line.
 *
 * @param title the reference instead, while the reader has a conflict of interest to answer for and its words are still the reporter's
 * @param urgent whether it is, and has not ended
 * @param urgency what makes it so, or null
 * @param subjectAccountId the subject's way into the portal, or null
 * @param conflictOpen whether the reader has to say first whether they have a conflict of interest; until then who it is
 *        about, how severe it is and what makes it urgent are left out
 */
public record CaseLine(Long id, String reference, String title, Stage stage, boolean urgent, Urgency urgency, Severity severity, Instant openedAt,
        Long officerId, String subjectName, Long subjectAccountId, boolean conflictOpen) {

    /** @param decision null while nobody has given the case a title, which is cut from the concern then */
    public CaseLine(Long id, String reference, String title, Decision decision, Stage stage, Urgency urgency, Severity severity, Instant openedAt,
            Long officerId, String subjectName, Long subjectAccountId, boolean conflictOpen) {
        this(id, reference, conflictOpen && decision == null ? reference : title, stage, urgency.urgent() && !stage.ended(), urgency, severity,
                openedAt, officerId, subjectName, subjectAccountId, conflictOpen);
    }

    public CaseLine {
        urgency = conflictOpen || !urgent ? null : urgency;
        severity = conflictOpen ? null : severity;
        subjectName = conflictOpen ? null : subjectName;
        subjectAccountId = conflictOpen ? null : subjectAccountId;
    }

    /** Whether its title is not for the reader yet. */
    public boolean titleWithheld() {
        return conflictOpen && title.equals(reference);
    }
}

package org.probity.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Capacity;
import org.probity.investigation.Decision;
import org.probity.investigation.InPost;
import org.probity.investigation.Investigation;
import org.probity.investigation.Left;
import org.probity.investigation.NewConcern;
import org.probity.investigation.Severity;
import org.probity.investigation.Stage;
import org.probity.policy.Known;
import org.probity.worklist.Urgency;

/**
 * The summary of a case for its page.
 *
 * @param version for noticing that somebody else changed it meanwhile
 * @param urgency what makes it urgent, as the last who was asked said
 * @param policies the versions that count: those of what is alleged, else those in force on the day of the post; none where there was none
 * @param actedAs in which capacity the reader has acted on the case, and so in no other; null where in none
 * @param earlier references of other cases about the same person
 * @param inPost whether the subject was with their organisation on the day of the post; null where nobody has said
 * @param left who is left for what the case may still come to, before and after the reader acts
 * @param links other cases about the same thing, of those that the reader sees
 */
public record CaseView(Long id, int version, String reference, String title, Stage stage, Urgency urgency, Severity severity,
        Decision decision, Instant openedAt, LocalDate postedOn, Instant pausedAt, Instant endedAt,
        LocalDate retainUntil, boolean hardStop, boolean contactAllowed, Instant evidencePreservedAt,
        String officerName, Long subjectId, String subjectName, String subjectOrganisation, LocalDate subjectLeftOn,
        NewConcern concern, Instant receivedAt, List<PolicyLine> policies, List<AllegationLine> allegations, Capacity actedAs,
        List<String> earlier, List<LinkLine> links, InPostLine inPost, Left left) {

    /** Whether it is, and has not ended. */
    public boolean urgent() {
        return urgency.urgent() && !stage.ended();
    }

    /** Key of the reason why nothing can be asked of the subject, as {@link Investigation#requireAsking} gives it; or null. */
    public String refusesAsking() {
        if (subjectId == null) {
            return "investigation.refused.noSubject";
        }
        if (evidencePreservedAt == null) {
            return "investigation.refused.evidenceFirst";
        }
        if (!contactAllowed) {
            return "investigation.refused.contact";
        }
        return decision == Decision.INVESTIGATE && stage.asks() ? null : "investigation.refused.nothingAsked";
    }

    /** Whether something is alleged of which nothing is found as things stand. */
    public boolean alleging() {
        return allegations.stream().anyMatch(alleged -> alleged.result() == null || alleged.openedAgain());
    }

    /** A policy version. @param acknowledgement what the subject may be taken to have known of it; null while nobody is named */
    public record PolicyLine(String title, String version, Known acknowledgement) {
    }

    /**
     * One alleged breach, with the clause in the reader's language.
     *
     * @param result what was found and agreed to, such as PROVEN, or null
     * @param foundAt when it was agreed to, or null
     * @param openedAgain whether it is looked into once more since then
     */
    public record AllegationLine(Long id, String clauseNumber, String clauseText, String result, Instant foundAt, boolean openedAgain) {
    }

    /** What was said of it at triage. @param reasons null where none were needed */
    public record InPostLine(InPost answer, String reasons) {
    }

    /** Another case about the same thing. */
    public record LinkLine(String reference, Way way) {
    }

    /** Which of two cases was said to be about the same thing as the other. */
    public enum Way { DUPLICATE_OF, HAS_DUPLICATE }
}

package org.probity.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.disclosure.Packs;
import org.probity.outcome.Duties;
import org.probity.outcome.DutyText;
import org.probity.outcome.ReferralOutcome;

/** What is shown of referrals. */
public final class ReferralView {

    private ReferralView() {
    }

    /** One thing that was done. */
    public record MoveLine(ReferralMove.Kind kind, int round, String words, String by, Instant at) {
    }

    /** The employer's decision as told. */
    public record OutcomeLine(ReferralOutcome.Result result, LocalDate decidedOn, String words,
            ReferralOutcome.Appeal appeal, String appealWords, String by, Instant at) {
    }

    /** What the officer found when checking duties. */
    public record DutyLine(boolean dbsReferred, String dbsReferredBy, LocalDate dbsReferredOn, String dbsReference, String dbsWhyNot,
            List<Duties.Told> regulators, String regulatorWhyNot, String note, String by, Instant at) {
    }

    /**
     * What stands at the head of a case.
     *
     * @param appeal as the employer last told; NONE where nothing was told of one
     * @param dutiesOpen whether somebody has to look at the duties that follow from an outcome
     */
    public record Marks(ReferralOutcome.Appeal appeal, boolean dutiesOpen) {
    }

    /**
     * A referral as the board sees it.
     *
     * @param items the pack of this round; empty while it is composed; beside what the case says only while it waits, for whoever may approve it
     * @param step the step that waits now, such as {@code composePack}, or null
     * @param mayApprove whether the caller neither investigated nor composed
     * @param outcomes the last first
     * @param duties what was found at each check, the last first
     * @param due what has to be looked at now: the duties that follow from the last outcome
     * @param professionKnown whether it is known which regulator the subject is registered with, if any
     * @param othersDue the case's other referrals whose duties wait to be looked at
     */
    public record Desk(Long id, int version, String reference, Status status, int round, Long organisationId,
            String organisation, String reasons, String summary, List<Packs.PackedItem> items, Instant sentAt,
            Instant acknowledgeBy, Long packId, List<MoveLine> moves, List<OutcomeLine> outcomes, List<DutyLine> duties,
            List<DutyText> due, boolean professionKnown, String step, boolean mayApprove, List<Long> othersDue) {
    }

    /**
     * A line of an employer's inbox.
     *
     * @param overdue whether the acknowledgement should have come by now
     */
    public record InboxRow(Long id, String board, String boardName, String reference, String subject, Status status,
            Instant sentAt, Instant acknowledgeBy, boolean overdue) {
    }

    /**
     * A referral as the employer sees it.
     *
     * @param packOpen whether the pack may still be read
     * @param packId document of the pack, or null where it may not be read
     * @param moves what passed between the board and this employer
     * @param appealOpen whether it may be added that an appeal was lodged, or how it ended
     * @param contactAllowed whether anybody may speak with the subject about it now
     */
    public record Received(Long id, int version, String board, String boardName, String reference, String subject,
            String jobTitle, Status status, Instant sentAt, Instant acknowledgeBy, boolean packOpen, Long packId,
            List<MoveLine> moves, List<OutcomeLine> outcomes, boolean mayAcknowledge, boolean mayRecordOutcome,
            boolean appealOpen, boolean contactAllowed) {
    }
}

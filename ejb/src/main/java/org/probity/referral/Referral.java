package org.probity.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.access.Signature;
import org.probity.kernel.DeadlineShift;
import org.probity.kernel.Refusal;

/**
 * The board tells a parent organisation what an investigation found about one of its people.
 *
 * <p>It begins when findings are agreed. An officer composes the pack; a lead who neither investigated nor composed it
 * gives it back or approves it; the clockwork sends it. From then on the employer sees it: acknowledges, asks, or
 * declines because the person is not theirs, in which case it goes to another organisation in a new round or stops.
 * An employer that accepts tells of progress and, in the end, of its own decision. The board checks the duties that
 * follow from that, if any do, and the referral is complete. What each round gave to whom stays on record.
 */
@Entity
@Table(name = "referral")
public class Referral extends ReferralHistory {

    static final int MOST_ROUNDS = 50;

    /** Times that a pack is begun although something came to the case each time while it waited. */
    static final int MOST_EVER = 500;

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "set_id", nullable = false)
    private Long setId;

    @Column(name = "organisation_id", nullable = false)
    private Long organisationId;

    @Column(length = 4000, nullable = false)
    private String reasons;

    @Column(length = 4000)
    private String summary;

    @Column(name = "composed_of", length = 64)
    private String composedOf;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Status status = Status.COMPOSING;

    @Column(name = "round_no", nullable = false)
    private int round = 1;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "acknowledge_by")
    private Instant acknowledgeBy;

    @Column(name = "pack_id")
    private Long packId;

    @Column(name = "letter_id")
    private Long letterId;

    @Column(nullable = false)
    private int chasers;

    @Column(name = "progress_chasers", nullable = false)
    private int progressChasers;

    @Column(name = "chased_at")
    private Instant chasedAt;

    protected Referral() {
    }

    /** @param setId the agreed findings */
    public Referral(String reference, Long setId, Long organisationId, String reasons) {
        this.reference = reference;
        this.setId = setId;
        this.organisationId = organisationId;
        this.reasons = reasons;
    }

    /** The pack is ready for a lead to look at. */
    public void composed(Long toOrganisation, String what, Signature by) {
        become(Status.AWAITING_APPROVAL);
        organisationId = toOrganisation;
        summary = what;
        note(ReferralMove.Kind.COMPOSED, null, by);
    }

    /** @param print of all that could have gone into the pack, put in or not */
    void composedOf(String print) {
        composedOf = print;
    }

    /** Whether nothing has come to the case since the pack was put together. */
    boolean isComposedOf(String print) {
        return print.equals(composedOf);
    }

    public void approved(String why, Signature by) {
        become(Status.APPROVED);
        note(ReferralMove.Kind.APPROVED, why, by);
    }

    /**
     * Back to the officer, who composes the pack anew.
     *
     * @param print of all that could go into a pack now: where something has come, the pack can only be given back, ten times as often as else
     */
    public void givenBack(String why, String print, Signature by) {
        requireAnotherRound(isComposedOf(print) ? MOST_ROUNDS : MOST_EVER);
        become(Status.COMPOSING);
        note(ReferralMove.Kind.RETURNED, why, by);
        round++;
    }

    /** The employer has the pack now, and the subject a letter that says so. */
    public void sent(Long pack, Long letter, Instant mustAcknowledgeBy, Signature by) {
        become(Status.SENT);
        packId = pack;
        letterId = letter;
        sentAt = by.at();
        acknowledgeBy = mustAcknowledgeBy;
        chasers = 0;
        chasedAt = null;
        note(ReferralMove.Kind.SENT, null, by);
    }

    public void accepted(String words, Signature by) {
        become(Status.ACCEPTED);
        chasedAt = null;
        note(ReferralMove.Kind.ACCEPTED, words, by);
    }

    public void asked(String words, Signature by) {
        become(Status.QUESTION_ASKED);
        note(ReferralMove.Kind.QUESTION, words, by);
    }

    /** The clock to acknowledge starts again with the answer. */
    public void answered(String words, Instant mustAcknowledgeBy, Signature by) {
        become(Status.SENT);
        acknowledgeBy = mustAcknowledgeBy;
        chasedAt = null;
        note(ReferralMove.Kind.ANSWER, words, by);
    }

    public void declined(String words, Signature by) {
        become(Status.DECLINED);
        note(ReferralMove.Kind.DECLINED, words, by);
    }

    /** Composed again for another parent organisation, which sees nothing of what the first one wrote. */
    public void redirected(Long toOrganisation, String why, Signature by) {
        requireAnotherRound(MOST_ROUNDS);
        become(Status.COMPOSING);
        note(ReferralMove.Kind.REDIRECTED, why, by);
        organisationId = toOrganisation;
        round++;
        packId = null;
        sentAt = null;
        acknowledgeBy = null;
    }

    public void stopped(String why, Signature by) {
        become(Status.STOPPED);
        note(ReferralMove.Kind.STOPPED, why, by);
    }

    /** The employer tells how far it has come. */
    public void progressed(String words, Signature by) {
        require(Status.ACCEPTED);
        chasedAt = null;
        note(ReferralMove.Kind.PROGRESS, words, by);
    }

    public void outcomeRecorded(Signature by) {
        become(Status.OUTCOME_RECORDED);
        note(ReferralMove.Kind.OUTCOME, null, by);
    }

    /** The duties that follow from the outcome have been looked at, or none does: nothing is left to do. @param how which of the two */
    public void completed(ReferralMove.Kind how, String note, Signature by) {
        become(Status.COMPLETED);
        note(how, note, by);
    }

    /** The investigation ended early. */
    public void withdrawn(Signature by) {
        become(Status.WITHDRAWN);
        note(ReferralMove.Kind.WITHDRAWN, null, by);
    }

    /** Counts a chaser about the acknowledgement. @return its number, from 1 */
    public int chase(Instant at) {
        require(Status.SENT);
        chasedAt = at;
        return ++chasers;
    }

    /** Counts a chaser about progress. @return its number, from 1 */
    public int chaseProgress(Instant at) {
        require(Status.ACCEPTED);
        chasedAt = at;
        return ++progressChasers;
    }

    /** The clocks of the case stood still: the employer's deadline moves. */
    void shift(DeadlineShift stood) {
        if (acknowledgeBy != null) {
            acknowledgeBy = stood.moved(lastOf(ReferralMove.Kind.SENT, ReferralMove.Kind.ANSWER), acknowledgeBy);
        }
    }

    private void requireAnotherRound(int most) {
        if (round >= most) {
            throw Refusal.state("referral.refused.manyRounds", most);
        }
    }

    private void note(ReferralMove.Kind kind, String words, Signature by) {
        add(new ReferralMove(this, kind, words, by));
    }

    private void become(Status next) {
        if (!status.mayBecome(next)) {
            throw Refusal.state("referral.refused.notNow");
        }
        status = next;
    }

    private void require(Status now) {
        if (status != now) {
            throw Refusal.state("referral.refused.notNow");
        }
    }

    public String reference() {
        return reference;
    }

    /** The agreed findings it tells of. */
    public Long setId() {
        return setId;
    }

    public Long organisationId() {
        return organisationId;
    }

    public String reasons() {
        return reasons;
    }

    public String summary() {
        return summary;
    }

    public Status status() {
        return status;
    }

    /** How often the pack was begun, from 1. */
    public int round() {
        return round;
    }

    /** Null until the present organisation was sent it. */
    public Instant sentAt() {
        return sentAt;
    }

    public Instant acknowledgeBy() {
        return acknowledgeBy;
    }

    /** The document that was sent, or null. */
    public Long packId() {
        return packId;
    }

    /** The letter that told the subject of the last sending, or null. */
    public Long letterId() {
        return letterId;
    }

    /** When the employer was last chased for what it owes now, or null. */
    public Instant chasedAt() {
        return chasedAt;
    }
}

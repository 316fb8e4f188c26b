package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.probity.access.Signature;
import org.probity.calendar.Standstill;
import org.probity.correspondence.LetterServed;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalDecision.Challenge;
import org.probity.removal.RemovalDecision.Choice;
import org.probity.removal.RemovalDecision.Extension;
import org.probity.removal.RemovalDecision.Identity;
import org.probity.removal.RemovalDecision.Kind;
import org.probity.removal.RemovalDecision.Silence;
import org.probity.removal.RemovalRound.Why;

/**
 * Somebody is asked to take content down or to close an account (000 cl. 5.3).
 *
 * <p>Its life: an officer weighs and asks; the letter goes out; the subject answers, challenges, says that it is not theirs, asks for
 * time or stays silent; a person looks at every address, or decides; then it ends, or it is asked again in a new round. Each of these
 * is a row with who, when and why. The end of the investigation ends it too.
 */
@Entity
@Table(name = "removal_request")
public class RemovalRequest extends RemovalHistory {

    /** Where a request stands; {@link RemovalTransitions} says what may follow what. */
    public enum Status {
        SENDING, SENT, OVERDUE, REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED,
        PLATFORM_REPORTED, COMPLIED, CHALLENGE_UPHELD, NOT_THEIRS, FURTHER_ACTION, NOT_SEEN_GONE, CLOSED, WITHDRAWN;

        /** Nothing follows. */
        public boolean ended() {
            return RemovalTransitions.from(this).isEmpty();
        }

        /** The subject is asked; after the deadline they still may answer. */
        public boolean awaitsReply() {
            return this == SENT || this == OVERDUE;
        }
    }

    /** Of one round, as long as others write them down. */
    static final int MOST_ANSWERS = 10;

    /** Letters of one request; who has not answered by then is not asked by it again. */
    static final int MOST_ROUNDS = 20;

    /** Reports to its site after which a site that was asked is not asked once more: each one is told to the subject. */
    static final int MOST_REPORTS = 20;

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "subject_id", nullable = false)
    private Long subjectId;

    @Column(name = "policy_day", nullable = false)
    private LocalDate policyDay;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Status status;

    @Embedded
    private Proportionality proportionality;

    @Embedded
    private Signature signed;

    @Column(name = "reply_by", nullable = false)
    private Instant replyBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected RemovalRequest() {
    }

    /**
     * @param subjectId the person who is asked
     * @param policyDay the day of the post: the policy in force then is the one that counts
     * @param replyBy the end of the first round
     */
    public RemovalRequest(String reference, Long subjectId, LocalDate policyDay, NewRemoval asked, Instant replyBy,
            Signature signed) {
        this.reference = reference;
        this.subjectId = subjectId;
        this.policyDay = policyDay;
        this.proportionality = asked.proportionality();
        this.signed = signed;
        this.status = Status.SENDING;
        asked.items().forEach(item -> add(new RemovalItem(this, items().size() + 1, item)));
        startRound(Why.FIRST, null, replyBy);
    }

    /** The letter of this round is out. */
    public void sent(Long letterId, Instant at) {
        moveTo(Status.SENT);
        round().sent(letterId, at, null);
    }

    /** The letter of this round has to be posted: their time begins once they have it. @param days working days that they get then */
    public void sentByPost(Long letterId, Instant at, int days) {
        moveTo(Status.SENT);
        round().sent(letterId, at, days);
    }

    /** The letter of a round that had to be posted is with them. @param until the end of their time; where the round has passed it stays as it was */
    void served(RemovalRound round, LetterServed served, Instant until) {
        round.served(served, until);
        this.replyBy = round == round() ? until : replyBy;
    }

    /** @return false where this round had its reminder, its deadline is over, or no reply is awaited any more */
    public boolean remind(Instant at) {
        if (status != Status.SENT || round().servedOn() == null || round().remindedAt() != null || !at.isBefore(replyBy)) {
            return false;
        }
        round().reminded(at);
        return true;
    }

    /** The deadline went by in silence. A person decides what that means. @param at null where nobody might write to them: it proves nothing */
    public void overdue(Instant at) {
        moveTo(Status.OVERDUE);
        round().overdue(at);
    }

    /**
     * Where it follows one that somebody else recorded, it counts instead of that one; after the request has ended it is kept and
     * changes nothing any more.
     *
     * @throws Refusal STATE once the request has ended or an answer is being looked at
     */
    public RemovalAnswer replied(RemovalReply reply, Signature by) {
        expectReply(reply.channel() == RemovalReply.Channel.PORTAL, by.at());
        if (!isSettled()) {
            take(reply);
        }
        if (reply.channel() == RemovalReply.Channel.PORTAL) {
            round().read(Days.of(by.at()));
        }
        RemovalAnswer answer = new RemovalAnswer(this, reply, round().overdueAt() != null, by);
        add(answer);
        return answer;
    }

    /** Until then at least they can say otherwise than somebody records for them now, whose silence proves nothing. */
    public void leaves(Instant until) {
        boolean posted = round().answerDays() != null && !RemovalTransitions.lapsed(status);
        if ((posted || status == Status.OVERDUE) && round().overdueAt() == null && until.isAfter(replyBy)) {
            this.replyBy = until;
            round().until(until);
        }
    }

    private void take(RemovalReply reply) {
        boolean moreTime = reply.answer() == RemovalReply.Answer.MORE_TIME;
        if (moreTime && rounds().size() >= MOST_ROUNDS) {
            throw Refusal.invalid("answer", "removal.refused.noMoreTime", MOST_ROUNDS);
        } else if (moreTime && status == Status.TIME_ASKED && !onlyRecorded()) {
            throw Refusal.invalid("answer", "removal.refused.timeAsked");
        }
        moveTo(switch (reply.answer()) {
            case REMOVED, PARTLY -> Status.REPLIED;
            case DISPUTED -> Status.CHALLENGED;
            case NOT_MINE -> Status.IDENTITY_ASKED;
            case MORE_TIME -> Status.TIME_ASKED;
        });
        openItems().forEach(item -> item.said(reply.saysRemoved(item)));
    }

    /** Every open item was looked at, after an answer or after a report to its site; the officer says what follows. */
    public void checked(List<ItemCheck> checks, Following then, Instant nextReplyBy, Signature by) {
        expect(Status.REPLIED, Status.PLATFORM_REPORTED);
        requireReportLeft(then.next());
        see(checks, by);
        decide(new RemovalDecision(this, Kind.CHECK, then.next(), then.reasons(), then.report(), by), then.next(), Why.AFTER_CHECK, nextReplyBy);
    }

    /** What is gone, and what is left, can always be said; and to ask again is a round, which are counted. */
    private void requireReportLeft(Choice next) {
        if (status == Status.PLATFORM_REPORTED && next.leadsTo() == status
                && decisions().stream().filter(made -> made.report() != null).count() >= MOST_REPORTS) {
            throw Refusal.invalid("next", "removal.refused.manyReports", MOST_REPORTS);
        }
    }

    /** A senior officer who did not investigate has read the challenge. */
    public void challengeDecided(Challenge result, String reasons, Instant nextReplyBy, Signature by) {
        expect(Status.CHALLENGED);
        decide(new RemovalDecision(this, Kind.CHALLENGE, result, reasons, by), result, Why.AFTER_CHALLENGE, nextReplyBy);
    }

    /** A senior officer who did not investigate has looked at each item and says whose it is: nobody has to remove what is not theirs. */
    public void identityDecided(List<ItemCheck> checks, Identity result, String reasons, Instant nextReplyBy, Signature by) {
        expect(Status.IDENTITY_ASKED);
        see(checks, by);
        decide(new RemovalDecision(this, Kind.IDENTITY, result, reasons, by), result, Why.AFTER_IDENTITY, nextReplyBy);
    }

    /** More time is given or not; either way the subject is told, with a new letter. */
    public void extensionDecided(Extension result, String reasons, Instant nextReplyBy, Signature by) {
        expect(Status.TIME_ASKED);
        decide(new RemovalDecision(this, Kind.EXTENSION, result, reasons, by), result,
                result == Extension.GRANTED ? Why.TIME_GIVEN : Why.TIME_REFUSED, nextReplyBy);
    }

    /** Time that was given ends earlier after all. @throws Refusal STATE where they have none that was given */
    public void extensionTakenBack(String reasons, Instant until, Signature by) {
        expect(Status.SENT);
        Refusal.stateWhere(!timeWasGiven(), "removal.refused.notExtended");
        decide(new RemovalDecision(this, Kind.EXTENSION, Extension.TAKEN_BACK, reasons, by), Extension.TAKEN_BACK, Why.TIME_TAKEN_BACK, until);
    }

    /** A person says what silence means here; further action (000 cl. 5.4) is never anything but their decision. */
    public void silenceDecided(Silence result, String reasons, SiteReport report, Instant nextReplyBy, Signature by) {
        expect(Status.OVERDUE);
        if (result == Silence.FURTHER_ACTION && round().overdueAt() == null) {
            throw Refusal.state("removal.refused.silence");
        }
        decide(new RemovalDecision(this, Kind.SILENCE, result, reasons, report, by), result, Why.AFTER_SILENCE, nextReplyBy);
    }

    private void decide(RemovalDecision decision, Choice choice, Why again, Instant nextReplyBy) {
        add(decision);
        if (choice.leadsTo().ended()) {
            end(choice.leadsTo(), decision.signed().at());
            return;
        }
        moveTo(choice.leadsTo());
        if (choice.asksAgain()) {
            startRound(again, decision.reasons(), nextReplyBy);
        }
    }

    /** It ends here; also how it lapses when the investigation was closed or withdrawn. */
    void end(Status how, Instant at) {
        moveTo(how);
        this.endedAt = at;
        if (RemovalTransitions.takenBack(how)) {
            openItems().forEach(RemovalItem::drop);
        }
    }

    /** The clocks stood still: its deadline moves where an answer was awaited when they stopped. What had run out by then stays so. */
    void shift(Standstill stood) {
        if (hasTime(stood.from())) {
            this.replyBy = stood.moved(round().begunAt(), replyBy);
            round().shift(stood);
        }
    }

    /** Whether the subject has time that runs: to answer, or to say otherwise than somebody recorded for them. */
    boolean hasTime(Instant now) {
        return status == Status.SENDING || status == Status.SENT || status == Status.TIME_ASKED || maySayOtherwise(now);
    }

    /** Whether they have time that runs to answer otherwise than somebody recorded for them. */
    boolean maySayOtherwise(Instant now) {
        return onlyRecorded() && mayAnswer(now) && !now.isAfter(replyBy);
    }

    private void startRound(Why why, String reasons, Instant until) {
        if (rounds().size() >= MOST_ROUNDS) {
            throw Refusal.state("removal.refused.manyRounds", MOST_ROUNDS);
        }
        this.replyBy = until;
        add(new RemovalRound(this, rounds().size() + 1, why, reasons, until));
    }

    /** @throws Refusal STATE where the request stands elsewhere */
    void expect(Status... expected) {
        if (!List.of(expected).contains(status)) {
            throw refused();
        }
    }

    /** @throws Refusal STATE where no answer is awaited, or none counts any more. @param own whether the subject answers themself */
    void expectReply(boolean own, Instant now) {
        if (!(own ? mayAnswer(now) : mayBeRecorded(now))) {
            throw refused();
        }
    }

    /**
     * Whether an officer may write down an answer: the first one; and what follows it from whoever is asked by post, and has no other way to
     * say otherwise.
     */
    boolean mayBeRecorded(Instant now) {
        return status.awaitsReply() || round().answerDays() != null && onlyRecorded() && mayAnswer(now)
                && answers().stream().filter(answer -> answer.round() == round().number()).count() < MOST_ANSWERS;
    }

    /** Whether the subject may: also instead of more time, and after what somebody else recorded, until that is decided, at least until the deadline. */
    boolean mayAnswer(Instant now) {
        return status.awaitsReply() || status == Status.TIME_ASKED || onlyRecorded() && !RemovalTransitions.lapsed(status) && (!isSettled() || !now.isAfter(replyBy));
    }

    /** Nothing that the subject says moves it any more: it has ended, or its site was asked. */
    private boolean isSettled() {
        return status.ended() || status == Status.PLATFORM_REPORTED;
    }

    private Refusal refused() {
        return Refusal.state(status.ended() ? "removal.refused.ended" : "removal.refused.notNow");
    }

    private void moveTo(Status next) {
        if (!RemovalTransitions.allowed(status, next)) {
            throw refused();
        }
        this.status = next;
    }

    public String reference() {
        return reference;
    }

    /** Business key of the process that carries this request. */
    public String processKey() {
        return reference + "/R" + id();
    }

    /** The end of the round that runs. */
    public Instant replyBy() {
        return replyBy;
    }

    public Long subjectId() {
        return subjectId;
    }

    /** The policy in force on this day is the one that counts. */
    public LocalDate policyDay() {
        return policyDay;
    }

    public Status status() {
        return status;
    }

    public Proportionality proportionality() {
        return proportionality;
    }

    /** Who asked, and when. */
    public Signature signed() {
        return signed;
    }
}

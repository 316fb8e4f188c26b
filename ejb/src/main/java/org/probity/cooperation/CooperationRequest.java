package org.probity.cooperation;

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
import org.probity.cooperation.CooperationDecision.Authority;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationDecision.Silence;
import org.probity.cooperation.CooperationRound.Term;
import org.probity.cooperation.CooperationRound.Why;
import org.probity.correspondence.LetterServed;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.Refusal;

/**
 * Somebody is asked to help an investigation (000 cl. 6.3).
 *
 * <p>Its life: an officer asks, on a ground; asking for access to an account first needs the authority of a lead who
 * does not investigate. The subject agrees, answers, declines, wishes another time, or stays silent. What was agreed
 * takes place and is recorded; any other answer is considered by a person, who may ask again in a new round. A password
 * is never part of it: only that access was given, when it ended, and that the password was changed.
 */
@Entity
@Table(name = "cooperation_request")
public class CooperationRequest extends CooperationHistory {

    /** Where a request stands; {@link CooperationTransitions} says what may follow what. */
    public enum Status {
        AUTHORITY_WANTED, SENDING, SENT, OVERDUE, AGREED, REPLIED,
        DONE, DECLINED, NOT_AUTHORISED, PROCEEDED, CLOSED, WITHDRAWN;

        /** Nothing follows. */
        public boolean ended() {
            return CooperationTransitions.from(this).isEmpty();
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

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "subject_id", nullable = false)
    private Long subjectId;

    @Column(name = "policy_day", nullable = false)
    private LocalDate policyDay;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private CooperationKind kind;

    @Column(length = Checks.LONG_TEXT, nullable = false)
    private String ask;

    @Column(length = Checks.LONG_TEXT, nullable = false)
    private String ground;

    @Column(length = Checks.LONG_TEXT)
    private String scope;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Status status;

    @Embedded
    private Signature signed;

    @Column(name = "reply_by", nullable = false)
    private Instant replyBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected CooperationRequest() {
    }

    /**
     * @param subjectId the person who is asked
     * @param policyDay the day of the post: the policy in force then is the one that counts
     */
    public CooperationRequest(String reference, Long subjectId, LocalDate policyDay, NewCooperation asked, Term term,
            Signature signed) {
        this.reference = reference;
        this.subjectId = subjectId;
        this.policyDay = policyDay;
        this.kind = asked.kind();
        this.ask = asked.ask();
        this.ground = asked.ground();
        this.scope = asked.scope();
        this.signed = signed;
        this.status = kind.needsAuthority() ? Status.AUTHORITY_WANTED : Status.SENDING;
        startRound(Why.FIRST, null, term);
        asked.allegationIds().forEach(allegation -> add(new CooperationAllegation(this, allegation)));
    }

    /** @param until the end of the first round, which begins only now */
    public void authorised(Authority result, String reasons, Instant until, Signature by) {
        expect(Status.AUTHORITY_WANTED);
        add(new CooperationDecision(this, CooperationDecision.Kind.AUTHORITY, result, reasons, by));
        if (result == Authority.GRANTED) {
            moveTo(Status.SENDING);
            this.replyBy = until;
            round().until(until);
        } else {
            end(Status.NOT_AUTHORISED, by.at());
        }
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
    void served(CooperationRound round, LetterServed served, Instant until) {
        round.served(served, until);
        this.replyBy = round == round() ? until : replyBy;
    }

    /** @param nth 1 or 2 @return false where this round had that reminder, its deadline is over, or no reply is awaited any more */
    public boolean remind(int nth, Instant at) {
        if (status != Status.SENT || round().servedOn() == null || round().reminders() >= nth || !at.isBefore(replyBy)) {
            return false;
        }
        round().reminded(nth);
        return true;
    }

    /** The deadline went by in silence. A person decides what that means. @param at null where nobody might write to them: it proves nothing */
    public void overdue(Instant at) {
        moveTo(Status.OVERDUE);
        round().overdue(at);
    }

    /**
     * Agreeing leads on where something is to take place; where the answer itself is what was asked, it is considered. One that
     * follows what somebody else recorded counts instead of that; after the request has ended it is kept and changes nothing any more.
     *
     * @throws Refusal STATE once the request has ended or an answer is being looked at
     */
    public CooperationAnswer replied(CooperationReply reply, Signature by) {
        expectReply(reply.channel() == CooperationReply.Channel.PORTAL, by.at());
        if (!status.ended()) {
            moveTo(reply.answer() == CooperationReply.Answer.AGREED && kind.happens() ? Status.AGREED : Status.REPLIED);
        }
        if (reply.channel() == CooperationReply.Channel.PORTAL) {
            round().read(Days.of(by.at()));
        }
        CooperationAnswer answer = new CooperationAnswer(this, reply, round().overdueAt() != null, by);
        add(answer);
        return answer;
    }

    /** Until then at least they can say otherwise than somebody records for them now, whose silence proves nothing. */
    public void leaves(Instant until) {
        boolean posted = round().answerDays() != null && !CooperationTransitions.lapsed(status);
        if ((posted || status == Status.OVERDUE) && round().overdueAt() == null && until.isAfter(replyBy)) {
            this.replyBy = until;
            round().until(until);
        }
    }

    /** The meeting or the supervised look took place. @param sayBy until when the subject may say that it was not so; null where they cannot read it yet */
    public void met(MeetingRecord record, Instant sayBy, Signature by) {
        expect(Status.AGREED);
        add(new HeldMeeting(this, record, sayBy, by));
        end(Status.DONE, by.at());
    }

    /** The access came to an end and the password was changed. */
    public void accessEnded(AccessEnd access, Signature by) {
        expect(Status.AGREED);
        add(new EndedAccess(this, agreedAt(), access, by));
        end(Status.DONE, by.at());
    }

    /**
     * A person has read the answer: it is enough, or they ask again, as where a meeting that was agreed is moved. Declining stays what
     * it is.
     */
    public void considered(Consideration result, String reasons, Term next, Signature by) {
        if (!isToBeMoved() || result != Consideration.ASK_AGAIN) {
            expect(Status.REPLIED);
        }
        add(new CooperationDecision(this, CooperationDecision.Kind.REPLY, result, reasons, by));
        if (result == Consideration.ASK_AGAIN) {
            askAgain(Why.AGAIN, reasons, next);
        } else {
            boolean declined = answer().filter(a -> a.answer() == CooperationReply.Answer.DECLINED).isPresent();
            end(declined ? Status.DECLINED : Status.DONE, by.at());
        }
    }

    /** Whether they agreed to meet, which only a new round puts at another time. */
    boolean isToBeMoved() {
        return status == Status.AGREED && kind.meets();
    }

    /** A person says whether the investigation goes on without an answer. */
    public void silenceDecided(Silence result, String reasons, Term next, Signature by) {
        expect(Status.OVERDUE);
        add(new CooperationDecision(this, CooperationDecision.Kind.SILENCE, result, reasons, by));
        if (result == Silence.ASK_AGAIN) {
            askAgain(Why.AFTER_SILENCE, reasons, next);
        } else {
            end(Status.PROCEEDED, by.at());
        }
    }

    private void askAgain(Why why, String reasons, Term next) {
        moveTo(Status.SENDING);
        startRound(why, reasons, next);
    }

    private void startRound(Why why, String reasons, Term term) {
        if (rounds().size() >= MOST_ROUNDS) {
            throw Refusal.state("cooperation.refused.manyRounds", MOST_ROUNDS);
        }
        this.replyBy = term.replyBy();
        add(new CooperationRound(this, rounds().size() + 1, why, reasons, term));
    }

    /** It ends here; also how it lapses when the investigation was closed or withdrawn. */
    void end(Status how, Instant at) {
        moveTo(how);
        this.endedAt = at;
    }

    /** The clocks stood still: its deadline moves where an answer was awaited when they stopped. What had run out by then stays so. */
    void shift(Standstill stood) {
        if (status == Status.AUTHORITY_WANTED || hasTimeToAnswer(stood.from())) {
            this.replyBy = stood.moved(round().begunAt(), replyBy);
            round().shift(stood);
        }
        meetings().forEach(meeting -> meeting.shift(stood));
    }

    /** Whether the subject has time that runs, or that begins with a letter to be posted: to answer, or to say otherwise than somebody recorded for them. */
    boolean hasTime(Instant now) {
        return hasTimeToAnswer(now) || meetings().stream().anyMatch(meeting -> meeting.isOpen(now) || meeting.isToPost());
    }

    private boolean hasTimeToAnswer(Instant now) {
        return status == Status.SENDING || status == Status.SENT || mayAnswerOtherwise(now);
    }

    /** Whether they have time that runs to answer otherwise than somebody recorded for them. */
    boolean mayAnswerOtherwise(Instant now) {
        return onlyRecorded() && mayAnswer(now) && !now.isAfter(replyBy);
    }

    /** The same, or to say otherwise than somebody wrote down at a meeting. */
    boolean maySayOtherwise(Instant now) {
        return mayAnswerOtherwise(now) || meetings().stream().anyMatch(meeting -> meeting.isOpen(now));
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

    /** Whether the subject may: also after what somebody else recorded, until that is decided, and at least until the deadline. */
    boolean mayAnswer(Instant now) {
        return status.awaitsReply() || onlyRecorded() && !CooperationTransitions.lapsed(status) && (!status.ended() || !now.isAfter(replyBy));
    }

    private void moveTo(Status next) {
        if (!CooperationTransitions.allowed(status, next)) {
            throw refused();
        }
        this.status = next;
    }

    private Refusal refused() {
        return Refusal.state(status.ended() ? "cooperation.refused.ended" : "cooperation.refused.notNow");
    }

    /** Business key of the process that carries this request. */
    public String processKey() {
        return reference + "/C" + id();
    }

    public String reference() {
        return reference;
    }

    public Long subjectId() {
        return subjectId;
    }

    public LocalDate policyDay() {
        return policyDay;
    }

    public CooperationKind kind() {
        return kind;
    }

    public String ask() {
        return ask;
    }

    public String ground() {
        return ground;
    }

    public String scope() {
        return scope;
    }

    public Status status() {
        return status;
    }

    /** Who asked, and when. */
    public Signature signed() {
        return signed;
    }

    /** The end of the round that runs. */
    public Instant replyBy() {
        return replyBy;
    }
}

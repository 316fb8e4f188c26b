package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.probity.correspondence.LetterServed;
import org.probity.kernel.Checks;
import org.probity.kernel.Days;
import org.probity.kernel.DeadlineShift;
import org.probity.tenancy.BoardOwned;

/** One time of asking: its letter, its deadline, its reminder. Asking again is a new round, never a changed one. */
@Entity
@Table(name = "removal_round")
public class RemovalRound extends BoardOwned {

    /** Why the subject is asked this time; chooses the opening of the letter. */
    public enum Why { FIRST, AFTER_CHECK, AFTER_CHALLENGE, AFTER_IDENTITY, TIME_GIVEN, TIME_REFUSED, TIME_TAKEN_BACK, AFTER_SILENCE }

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "request_id")
    private RemovalRequest request;

    @Column(nullable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Why why;

    @Column(length = Checks.LONG_TEXT)
    private String reasons;

    @Column(name = "reply_by", nullable = false)
    private Instant replyBy;

    @Column(name = "sent_at")
    private Instant sentAt;

    /** Since when their time runs; null where nobody noted that, or it does not yet. */
    @Column(name = "begun_at")
    private Instant begunAt;

    /** When the letter was with its reader; null while it has to be posted. */
    @Column(name = "served_on")
    private LocalDate servedOn;

    /** Working days that they have from then on, where it had to be. */
    @Column(name = "answer_days")
    private Integer answerDays;

    @Column(name = "letter_id")
    private Long letterId;

    @Column(name = "reminded_at")
    private Instant remindedAt;

    @Column(name = "overdue_at")
    private Instant overdueAt;

    protected RemovalRound() {
    }

    RemovalRound(RemovalRequest request, int number, Why why, String reasons, Instant replyBy) {
        this.request = request;
        this.number = number;
        this.why = why;
        this.reasons = reasons;
        this.replyBy = replyBy;
    }

    /** @param days null where it reaches its reader at once */
    void sent(Long letter, Instant at, Integer days) {
        this.letterId = letter;
        this.sentAt = at;
        this.begunAt = at;
        this.answerDays = days;
        this.servedOn = days == null ? Days.of(at) : null;
    }

    void served(LetterServed served, Instant until) {
        this.servedOn = served.on();
        this.begunAt = served.at();
        this.replyBy = until;
    }

    /** They have answered it themself, so it is with them. */
    void read(LocalDate on) {
        this.servedOn = servedOn == null ? on : servedOn;
    }

    void reminded(Instant at) {
        this.remindedAt = at;
    }

    void until(Instant end) {
        this.replyBy = end;
    }

    void shift(DeadlineShift stood) {
        this.replyBy = stood.moved(begunAt, replyBy);
    }

    void overdue(Instant at) {
        this.overdueAt = at;
    }

    RemovalRequest request() {
        return request;
    }

    public int number() {
        return number;
    }

    public Why why() {
        return why;
    }

    /** The reasons given for asking again; null in the first round. */
    public String reasons() {
        return reasons;
    }

    public Instant replyBy() {
        return replyBy;
    }

    public Instant sentAt() {
        return sentAt;
    }

    Instant begunAt() {
        return begunAt;
    }

    /** When the letter was with its reader, or will be; null while it has to be posted. */
    public LocalDate servedOn() {
        return servedOn;
    }

    /** Working days to answer from the day of service on; null where the letter had not to be posted. */
    public Integer answerDays() {
        return answerDays;
    }

    public Long letterId() {
        return letterId;
    }

    public Instant remindedAt() {
        return remindedAt;
    }

    public Instant overdueAt() {
        return overdueAt;
    }
}

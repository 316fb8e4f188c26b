package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.probity.access.Signature;
import org.probity.kernel.Checks;
import org.probity.removal.RemovalRequest.Status;

/** What a person decided about a request, with reasons. The product itself never decides. */
@Entity
@Table(name = "removal_decision")
public class RemovalDecision extends RemovalRow {

    /** What was decided about. */
    public enum Kind { CHECK, CHALLENGE, IDENTITY, EXTENSION, SILENCE }

    /** What can be decided. */
    interface Choice {

        /** Where the request stands then; SENDING where the subject is asked again. */
        Status leadsTo();

        String name();

        default boolean asksAgain() {
            return leadsTo() == Status.SENDING;
        }
    }

    /** What follows once every item was looked at. PLATFORM: it was reported to the site. LEAVE: that did not help, and no more is done. */
    public enum AfterCheck implements Choice {
        COMPLIED, ASK_AGAIN, PLATFORM, LEAVE;

        @Override
        public Status leadsTo() {
            return switch (this) {
                case COMPLIED -> Status.COMPLIED;
                case LEAVE -> Status.NOT_SEEN_GONE;
                case PLATFORM -> Status.PLATFORM_REPORTED;
                case ASK_AGAIN -> Status.SENDING;
            };
        }
    }

    /** UPHELD: the subject was right to disagree, and the request ends. REJECTED: the request stands. */
    public enum Challenge implements Choice {
        UPHELD, REJECTED;

        @Override
        public Status leadsTo() {
            return this == UPHELD ? Status.CHALLENGE_UPHELD : Status.SENDING;
        }
    }

    /** Whose an item is of which the subject says that it is not theirs. NOT_THEIRS: the request ends. */
    public enum Identity implements Choice {
        THEIRS, NOT_THEIRS;

        @Override
        public Status leadsTo() {
            return this == NOT_THEIRS ? Status.NOT_THEIRS : Status.SENDING;
        }
    }

    /** Whether the subject gets the time they asked for; TAKEN_BACK: they had got it. */
    public enum Extension implements Choice {
        GRANTED, REFUSED, TAKEN_BACK;

        @Override
        public Status leadsTo() {
            return Status.SENDING;
        }
    }

    /** What follows on silence; only FURTHER_ACTION is what 000 cl. 5.4 speaks of. */
    public enum Silence implements Choice {
        FURTHER_ACTION, ASK_AGAIN, PLATFORM, NO_ACTION;

        @Override
        public Status leadsTo() {
            return switch (this) {
                case FURTHER_ACTION -> Status.FURTHER_ACTION;
                case PLATFORM -> Status.PLATFORM_REPORTED;
                case NO_ACTION -> Status.CLOSED;
                case ASK_AGAIN -> Status.SENDING;
            };
        }
    }

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(length = 20, nullable = false)
    private String result;

    @Column(length = Checks.LONG_TEXT)
    private String reasons;

    @Column(name = "decision_no", nullable = false)
    private int number;

    @Embedded
    private SiteReport report;

    @Column(name = "letter_id")
    private Long letterId;

    protected RemovalDecision() {
    }

    RemovalDecision(RemovalRequest request, Kind kind, Choice result, String reasons, Signature signed) {
        this(request, kind, result, reasons, null, signed);
    }

    /** @param report kept only where the choice says that there was one */
    RemovalDecision(RemovalRequest request, Kind kind, Choice result, String reasons, SiteReport report, Signature signed) {
        super(request, signed);
        this.number = 1 + (int) request.decisions().stream().filter(before -> before.round() == round()).count();
        this.report = result.leadsTo() == Status.PLATFORM_REPORTED ? report : null;
        this.kind = kind;
        this.result = result.name();
        this.reasons = reasons;
    }

    public Kind kind() {
        return kind;
    }

    /** Name of the choice made, such as {@code UPHELD}. */
    public String result() {
        return result;
    }

    public String reasons() {
        return reasons;
    }

    /** To the site itself; null where there was none. */
    public SiteReport report() {
        return report;
    }

    /** The subject is told how the request ended. */
    void told(Long letter) {
        this.letterId = letter;
    }

    /** The document with the letter that tells the subject; null where the next round has one. */
    public Long letterId() {
        return letterId;
    }
}

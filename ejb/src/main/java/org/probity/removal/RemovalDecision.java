package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.probity.identity.Signature;
import org.probity.kernel.Checks;
import org.probity.removal.RemovalRequest.Status;

/** What a person decided about a request, with reasons. The product itself never decides. */
@Entity
@Table(name = "removal_decision")
public class RemovalDecision extends RemovalRow {

    /** What was decided about. */
    public enum Kind { CHECK, CHALLENGE, IDENTITY, EXTENSION, SILENCE }

    /** What can be decided. Where a choice ends the request, it says how; otherwise the subject is asked again. */
    interface Choice {

        /** Null where the subject is asked again. */
        Status ends();

        String name();
    }

    /** What follows once every item was looked at. PLATFORM: the site itself is asked to remove it. */
    public enum AfterCheck implements Choice {
        COMPLIED, ASK_AGAIN, PLATFORM;

        @Override
        public Status ends() {
            return switch (this) {
                case COMPLIED -> Status.COMPLIED;
                case PLATFORM -> Status.PLATFORM_REPORTED;
                case ASK_AGAIN -> null;
            };
        }
    }

    /** UPHELD: the subject was right to disagree, and the request ends. REJECTED: the request stands. */
    public enum Challenge implements Choice {
        UPHELD, REJECTED;

        @Override
        public Status ends() {
            return this == UPHELD ? Status.CHALLENGE_UPHELD : null;
        }
    }

    /** Whose an item is of which the subject says that it is not theirs. NOT_THEIRS: the request ends. */
    public enum Identity implements Choice {
        THEIRS, NOT_THEIRS;

        @Override
        public Status ends() {
            return this == NOT_THEIRS ? Status.NOT_THEIRS : null;
        }
    }

    /** Whether the subject gets the time they asked for. */
    public enum Extension implements Choice {
        GRANTED, REFUSED;

        @Override
        public Status ends() {
            return null;
        }
    }

    /** What follows on silence; only FURTHER_ACTION is what 000 cl. 5.4 speaks of. */
    public enum Silence implements Choice {
        FURTHER_ACTION, ASK_AGAIN, PLATFORM, NO_ACTION;

        @Override
        public Status ends() {
            return switch (this) {
                case FURTHER_ACTION -> Status.FURTHER_ACTION;
                case PLATFORM -> Status.PLATFORM_REPORTED;
                case NO_ACTION -> Status.CLOSED;
                case ASK_AGAIN -> null;
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

    @Column(name = "letter_id")
    private Long letterId;

    protected RemovalDecision() {
    }

    RemovalDecision(RemovalRequest request, Kind kind, Choice result, String reasons, Signature signed) {
        super(request, signed);
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

    /** The subject is told how the request ended. */
    void told(Long letter) {
        this.letterId = letter;
    }

    /** The document with the letter that tells the subject; null where the next round has one. */
    public Long letterId() {
        return letterId;
    }
}

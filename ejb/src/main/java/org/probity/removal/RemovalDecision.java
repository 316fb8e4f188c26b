package org.probity.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.probity.identity.Signature;
import org.probity.kernel.Checks;

/** What a person decided about a request, with reasons. The product itself never decides. */
@Entity
@Table(name = "removal_decision")
public class RemovalDecision extends RemovalRow {

    /** What was decided about. */
    public enum Kind { CHECK, CHALLENGE, EXTENSION, SILENCE }

    /** What follows once every item was looked at. PLATFORM: the site itself is asked to remove it. */
    public enum AfterCheck { COMPLIED, ASK_AGAIN, PLATFORM }

    /** UPHELD: the subject was right to disagree, and the request ends. REJECTED: the request stands. */
    public enum Challenge { UPHELD, REJECTED }

    /** Whether the subject gets the time they asked for. */
    public enum Extension { GRANTED, REFUSED }

    /** What follows on silence; only FURTHER_ACTION is what 000 cl. 5.4 speaks of. */
    public enum Silence { FURTHER_ACTION, ASK_AGAIN, PLATFORM, NO_ACTION }

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(length = 20, nullable = false)
    private String result;

    @Column(length = Checks.LONG_TEXT)
    private String reasons;

    protected RemovalDecision() {
    }

    RemovalDecision(RemovalRequest request, Kind kind, Enum<?> result, String reasons, Signature signed) {
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
}

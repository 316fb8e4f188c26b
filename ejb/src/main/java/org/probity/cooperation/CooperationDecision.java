package org.probity.cooperation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.probity.access.Signature;
import org.probity.kernel.Checks;

/** What a person decided about a request for help, with reasons. The product itself never decides. */
@Entity
@Table(name = "cooperation_decision")
public class CooperationDecision extends CooperationRow {

    /** What was decided about. */
    public enum Kind { AUTHORITY, REPLY, SILENCE }

    /** Whether access may be asked for at all. */
    public enum Authority { GRANTED, REFUSED }

    /** Whether the answer is enough. */
    public enum Consideration { ENOUGH, ASK_AGAIN }

    /** PROCEED: the investigation goes on without an answer. */
    public enum Silence { PROCEED, ASK_AGAIN }

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(length = 20, nullable = false)
    private String result;

    @Column(length = Checks.LONG_TEXT)
    private String reasons;

    protected CooperationDecision() {
    }

    CooperationDecision(CooperationRequest request, Kind kind, Enum<?> result, String reasons, Signature signed) {
        super(request, signed);
        this.kind = kind;
        this.result = result.name();
        this.reasons = reasons;
    }

    public Kind kind() {
        return kind;
    }

    /** Name of the choice made, such as {@code ENOUGH}. */
    public String result() {
        return result;
    }

    public String reasons() {
        return reasons;
    }
}

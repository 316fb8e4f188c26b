package org.probity.detection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Json;
import org.probity.tenancy.BoardOwned;

/** One step of detection, as it was answered: who, when, what and why. A case reopened at its detection answers each anew. */
@Entity
@Immutable
@Table(name = "gate_answer")
public class GateAnswer extends BoardOwned {

    /** Which step. */
    public enum Gate { URGENT, DANGER_REPORTED, TRIAGE, SAFEGUARDING, DESIGNATED_OFFICER_TOLD }

    @Column(length = 30, nullable = false)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(length = 30, nullable = false)
    private Gate gate;

    @Column(name = "round_no", nullable = false)
    private int round;

    @Column(name = "answer_json", length = 32000, nullable = false)
    private String answer;

    @Column(length = 4000)
    private String reasons;

    @Column(name = "answered_at", nullable = false)
    private Instant answeredAt;

    @Column(name = "answered_by", length = 200, nullable = false)
    private String answeredBy;

    protected GateAnswer() {
    }

    /** @param round which detection of the case, see {@code Investigations.detection} */
    GateAnswer(String reference, int round, Gate gate, String answer, String reasons, Instant answeredAt) {
        this.reference = reference;
        this.round = round;
        this.gate = gate;
        this.answer = answer;
        this.reasons = reasons;
        this.answeredAt = answeredAt;
        this.answeredBy = CurrentCaller.get().name();
    }

    Gate gate() {
        return gate;
    }

    /** Which detection of the case, from 1. */
    int round() {
        return round;
    }

    /** Everything that was answered, as JSON: the reasons among it, but for triage. */
    String answer() {
        return answer;
    }

    /** In words; null where nothing was written. */
    String reasons() {
        return reasons;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    String answeredBy() {
        return answeredBy;
    }

    /** Whether an indecent image of a child was suspected, by the answer at the urgent gate. */
    boolean suspectsImage() {
        return says("indecentImage");
    }

    /** Whether the designated officer must be told, by the answer at the safeguarding gate. */
    boolean mustTell() {
        return says("mustTell");
    }

    /** What cannot be read is taken for the answer that holds more back. */
    private boolean says(String key) {
        return Json.object(answer).map(given -> given.containsKey(key) && !Boolean.FALSE.equals(given.get(key))).orElse(true);
    }
}

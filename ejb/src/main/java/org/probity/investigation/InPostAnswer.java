package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** What was said at a triage of whether the subject was with their organisation on the day of the post. The last one counts. */
@Entity
@Table(name = "in_post_answer")
public class InPostAnswer extends BoardOwned {

    @Column(length = 30, nullable = false)
    private String reference;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private InPost answer;

    @Column(length = 1000)
    private String reasons;

    @Column(name = "answered_by", length = 200, nullable = false)
    private String answeredBy;

    @Column(name = "answered_at", nullable = false)
    private Instant answeredAt;

    protected InPostAnswer() {
    }

    public InPostAnswer(String reference, InPost answer, String reasons, String answeredBy, Instant answeredAt) {
        this.reference = reference;
        this.answer = answer;
        this.reasons = reasons;
        this.answeredBy = answeredBy;
        this.answeredAt = answeredAt;
    }

    public InPost answer() {
        return answer;
    }

    public String reasons() {
        return reasons;
    }
}

package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/**
 * Why it is no conflict of interest that somebody shares an organisation or a name with that person in that case; with no person
 * a name with whom the concern names.
 */
@Entity
@Table(name = "conflict_answer")
public class ConflictAnswer extends BoardOwned {

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(name = "person_id")
    private Long personId;

    @Column(length = 1000, nullable = false)
    private String reasons;

    @Column(name = "answered_at", nullable = false)
    private Instant answeredAt;

    protected ConflictAnswer() {
    }

    public ConflictAnswer(String reference, Long accountId, Long personId, String reasons, Instant answeredAt) {
        this.reference = reference;
        this.accountId = accountId;
        this.personId = personId;
        this.reasons = reasons;
        this.answeredAt = answeredAt;
    }
}

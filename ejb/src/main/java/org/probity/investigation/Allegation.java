package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** One alleged breach of one clause. Alleged, not found: findings come later and from a review. */
@Entity
@Table(name = "allegation")
public class Allegation extends BoardOwned {

    @Column(name = "investigation_id", nullable = false)
    private Long investigationId;

    @Column(name = "clause_id", nullable = false)
    private Long clauseId;

    @Column(name = "clause_number", length = 30, nullable = false)
    private String clauseNumber;

    protected Allegation() {
    }

    public Allegation(Long investigationId, Long clauseId, String clauseNumber) {
        this.investigationId = investigationId;
        this.clauseId = clauseId;
        this.clauseNumber = clauseNumber;
    }

    public Long investigationId() {
        return investigationId;
    }

    public Long clauseId() {
        return clauseId;
    }

    public String clauseNumber() {
        return clauseNumber;
    }
}

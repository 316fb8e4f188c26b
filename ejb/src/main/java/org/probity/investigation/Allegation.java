package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/**
 * One alleged breach of one clause. Alleged until findings about it are agreed to in a review; then it is known here, too, what was
 * found, so that nobody reads it as open. A case that is opened again may find otherwise.
 */
@Entity
@Table(name = "allegation")
public class Allegation extends BoardOwned {

    /** Of one case: each letter says which of them it is about, in each of its rounds. */
    public static final int MOST = 500;

    @Column(name = "investigation_id", nullable = false)
    private Long investigationId;

    @Column(name = "clause_id", nullable = false)
    private Long clauseId;

    @Column(name = "clause_number", length = 30, nullable = false)
    private String clauseNumber;

    @Column(length = 20)
    private String result;

    @Column(name = "found_at")
    private Instant foundAt;

    protected Allegation() {
    }

    public Allegation(Long investigationId, Long clauseId, String clauseNumber) {
        this.investigationId = investigationId;
        this.clauseId = clauseId;
        this.clauseNumber = clauseNumber;
    }

    /** Findings about it were agreed to. @param found such as PROVEN */
    public void found(String found, Instant at) {
        this.result = found;
        this.foundAt = at;
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

    /** What was found, such as PROVEN; null before. */
    public String result() {
        return result;
    }

    public Instant foundAt() {
        return foundAt;
    }
}

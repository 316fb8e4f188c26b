package org.probity.findings;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.probity.tenancy.BoardOwned;

/** What was found about one allegation, and why. Belongs to one {@link FindingSet} and never changes. */
@Entity
@Table(name = "finding")
public class Finding extends BoardOwned {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "set_id")
    private FindingSet set;

    @Column(name = "allegation_id", nullable = false)
    private Long allegationId;

    @Column(length = 30, nullable = false)
    private String clause;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Result result;

    @Column(length = 4000, nullable = false)
    private String reasons;

    protected Finding() {
    }

    Finding(FindingSet set, NewFinding finding, String clause) {
        this.set = set;
        this.allegationId = finding.allegationId();
        this.clause = clause;
        this.result = finding.result();
        this.reasons = finding.reasons();
    }

    public Long allegationId() {
        return allegationId;
    }

    /** Number of the clause the allegation is about, such as 3.6.2. */
    public String clause() {
        return clause;
    }

    public Result result() {
        return result;
    }

    public String reasons() {
        return reasons;
    }
}

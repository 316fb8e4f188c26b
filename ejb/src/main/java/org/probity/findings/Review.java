package org.probity.findings;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import org.probity.access.Signature;
import org.probity.tenancy.BoardOwned;

/** What somebody who did not investigate said about a {@link FindingSet}, and why. */
@Entity
@Table(name = "finding_review")
public class Review extends BoardOwned {

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "set_id")
    private FindingSet set;

    @Column(nullable = false)
    private boolean agreed;

    @Column(length = 4000, nullable = false)
    private String reasons;

    @Embedded
    private Signature signed;

    protected Review() {
    }

    Review(FindingSet set, boolean agreed, String reasons, Signature signed) {
        this.set = set;
        this.agreed = agreed;
        this.reasons = reasons;
        this.signed = signed;
    }

    public boolean agreed() {
        return agreed;
    }

    public String reasons() {
        return reasons;
    }

    public Signature signed() {
        return signed;
    }
}

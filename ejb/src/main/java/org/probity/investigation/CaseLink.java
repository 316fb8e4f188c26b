package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** Somebody said that a case has to do with another one. It is told at both, and only to those who see both. */
@Entity
@Table(name = "case_link")
public class CaseLink extends BoardOwned {

    /** What they have to do with each other. */
    public enum Kind { DUPLICATE_OF }

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(length = 30, nullable = false)
    private String other;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(name = "linked_by", length = 200, nullable = false)
    private String linkedBy;

    @Column(name = "linked_at", nullable = false)
    private Instant linkedAt;

    protected CaseLink() {
    }

    public CaseLink(String reference, String other, Kind kind, String linkedBy, Instant linkedAt) {
        this.reference = reference;
        this.other = other;
        this.kind = kind;
        this.linkedBy = linkedBy;
        this.linkedAt = linkedAt;
    }
}

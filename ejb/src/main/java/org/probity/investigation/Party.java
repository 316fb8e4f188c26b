package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** Somebody who has to do with a case, and as what. */
@Entity
@Table(name = "party")
public class Party extends BoardOwned {

    /** As what. The first three lose sight of the case. */
    public enum Kind {
        SUBJECT, WITNESS, COMPLAINANT, REPORTER, COMPANION;

        /** Whether being this hides the case from the person. */
        public boolean walled() {
            return this == SUBJECT || this == WITNESS || this == COMPLAINANT;
        }
    }

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "person_id", nullable = false)
    private Long personId;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(nullable = false)
    private Instant since;

    protected Party() {
    }

    public Party(String reference, Long personId, Kind kind, Instant since) {
        this.reference = reference;
        this.personId = personId;
        this.kind = kind;
        this.since = since;
    }

    public String reference() {
        return reference;
    }

    public Long personId() {
        return personId;
    }

    public Instant since() {
        return since;
    }

    public Kind kind() {
        return kind;
    }
}

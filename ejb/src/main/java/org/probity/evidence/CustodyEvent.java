package org.probity.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.access.CurrentCaller;
import org.probity.tenancy.BoardOwned;

/** Somebody touched a piece of evidence. */
@Entity
@Immutable
@Table(name = "custody_event")
public class CustodyEvent extends BoardOwned {

    /** How. */
    public enum Kind { ADDED, VIEWED, DOWNLOADED, DISCLOSED }

    @Column(name = "evidence_id", nullable = false)
    private Long evidenceId;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(name = "at_time", nullable = false)
    private Instant at;

    @Column(name = "by_name", length = 200, nullable = false)
    private String by;

    protected CustodyEvent() {
    }

    CustodyEvent(Long evidenceId, Kind kind, Instant at) {
        this.evidenceId = evidenceId;
        this.kind = kind;
        this.at = at;
        this.by = CurrentCaller.get().name();
    }
}

package org.probity.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** A member has acted on a case in one capacity, and may not act on it in another. */
@Entity
@Table(name = "involvement")
public class Involvement extends BoardOwned {

    @Column(name = "investigation_id", nullable = false)
    private Long investigationId;

    @Column(name = "member_id", nullable = false)
    private Long memberId;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Capacity capacity;

    @Column(nullable = false)
    private Instant since;

    protected Involvement() {
    }

    public Involvement(Long investigationId, Long memberId, Capacity capacity, Instant since) {
        this.investigationId = investigationId;
        this.memberId = memberId;
        this.capacity = capacity;
        this.since = since;
    }
}

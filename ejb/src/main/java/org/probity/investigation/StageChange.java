package org.probity.investigation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.probity.tenancy.BoardOwned;

/** A case has moved from one stage to another: who did it, when and why. */
@Entity
@Immutable
@Table(name = "stage_change")
public class StageChange extends BoardOwned {

    @Column(name = "investigation_id", nullable = false)
    private Long investigationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_stage", length = 20, nullable = false)
    private Stage from;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_stage", length = 20, nullable = false)
    private Stage to;

    @Column(name = "at_time", nullable = false)
    private Instant at;

    @Column(name = "by_name", length = 200, nullable = false)
    private String by;

    @Column(length = 4000)
    private String reasons;

    protected StageChange() {
    }

    public StageChange(Long investigationId, Stage from, Stage to, Instant at, String by, String reasons) {
        this.investigationId = investigationId;
        this.from = from;
        this.to = to;
        this.at = at;
        this.by = by;
        this.reasons = reasons;
    }

    public Stage from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    public Instant at() {
        return at;
    }

    public String by() {
        return by;
    }

    /** Null where the step itself is the reason. */
    public String reasons() {
        return reasons;
    }
}

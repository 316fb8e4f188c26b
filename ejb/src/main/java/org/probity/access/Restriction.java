package org.probity.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** Only a named team sees that file, from {@code since} until it is lifted. */
@Entity
@Table(name = "restriction")
public class Restriction extends BoardOwned {

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(length = 1000, nullable = false)
    private String reason;

    @Column(nullable = false)
    private Instant since;

    @Column(name = "by_name", length = 200, nullable = false)
    private String by;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by", length = 200)
    private String endedBy;

    @Column(name = "end_reason", length = 1000)
    private String endReason;

    protected Restriction() {
    }

    public Restriction(String reference, String reason, String by, Instant since) {
        this.reference = reference;
        this.reason = reason;
        this.by = by;
        this.since = since;
    }

    /** From now on the file is open to everybody with the role again. */
    public void lift(String why, String who, Instant now) {
        this.endReason = why;
        this.endedBy = who;
        this.endedAt = now;
    }

    public String reason() {
        return reason;
    }

    public Instant since() {
        return since;
    }

    public String by() {
        return by;
    }
}

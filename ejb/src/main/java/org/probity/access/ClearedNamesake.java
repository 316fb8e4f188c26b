package org.probity.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** Somebody else decided that the account's owner is not the one whose name in the file is like theirs. */
@Entity
@Table(name = "cleared_namesake")
public class ClearedNamesake extends BoardOwned {

    @Column(length = 30, nullable = false, updatable = false)
    private String reference;

    @Column(name = "account_id", nullable = false, updatable = false)
    private Long accountId;

    @Column(length = 1000, nullable = false)
    private String why;

    @Column(name = "cleared_at", nullable = false)
    private Instant at;

    @Column(name = "cleared_by", length = 200, nullable = false)
    private String by;

    protected ClearedNamesake() {
    }

    ClearedNamesake(String reference, Long accountId) {
        this.reference = reference;
        this.accountId = accountId;
    }

    Instant at() {
        return at;
    }

    /** The last decision counts. */
    ClearedNamesake decided(String reasons, String who, Instant now) {
        this.why = reasons;
        this.by = who;
        this.at = now;
        return this;
    }
}

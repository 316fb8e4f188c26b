package org.probity.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.BoardOwned;

/** That account sees nothing of that file: it is named in it. */
@Entity
@Table(name = "wall")
public class Wall extends BoardOwned {

    @Column(length = 30, nullable = false)
    private String reference;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(length = 40, nullable = false)
    private String reason;

    @Column(nullable = false)
    private Instant since;

    protected Wall() {
    }

    /** @param reason why in one word, such as {@code subject} */
    public Wall(String reference, Long accountId, String reason, Instant since) {
        this.reference = reference;
        this.accountId = accountId;
        this.reason = reason;
        this.since = since;
    }

    public String reference() {
        return reference;
    }

    public Long accountId() {
        return accountId;
    }
}

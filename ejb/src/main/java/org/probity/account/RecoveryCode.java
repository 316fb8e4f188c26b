package org.probity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.Numbered;

/** A code on paper that stands in for the authenticator app, once. Only a print of it made with the installation's key is kept. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode extends Numbered {

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(name = "code_print", length = 64, nullable = false)
    private String print;

    @Column(name = "used_at")
    private Instant usedAt;

    protected RecoveryCode() {
    }

    RecoveryCode(Long accountId, String print) {
        this.accountId = accountId;
        this.print = print;
    }

    void used(Instant now) {
        usedAt = now;
    }

    boolean isUsed() {
        return usedAt != null;
    }
}

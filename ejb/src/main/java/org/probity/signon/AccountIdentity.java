package org.probity.signon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.probity.tenancy.Numbered;

/**
 * Who an account is at a provider. Made when a verified address has led to a member, and its holder has said with their own passphrase
 * that it is them; from then on the provider's own number for the person counts, so a changed or reused address changes nothing.
 * Belongs to no board.
 */
@Entity
@Table(name = "account_identity")
public class AccountIdentity extends Numbered {

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(length = 500, nullable = false)
    private String issuer;

    @Column(name = "client_id", length = 200, nullable = false)
    private String clientId;

    @Column(length = 255, nullable = false)
    private String subject;

    @Column(nullable = false)
    private Instant since;

    @Column(name = "last_used", nullable = false)
    private Instant lastUsed;

    protected AccountIdentity() {
    }

    AccountIdentity(Introduction given, Instant now) {
        this.accountId = given.accountId();
        this.issuer = given.issuer();
        this.clientId = given.clientId();
        this.subject = given.subject();
        this.since = now;
        this.lastUsed = now;
    }

    void used(Instant now) {
        lastUsed = now;
    }

    Long accountId() {
        return accountId;
    }

    Instant since() {
        return since;
    }

    Instant lastUsed() {
        return lastUsed;
    }
}

package org.probity.signon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * Who an account is at a provider. Made at the first sign-in, when a verified address led to a member; from then on the
 * provider's own number for the person counts, so a changed or reused address changes nothing. Belongs to no board.
 */
@Entity
@Table(name = "account_identity")
public class AccountIdentity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "probity_id")
    @SequenceGenerator(name = "probity_id", sequenceName = "probity_id", allocationSize = 50)
    private Long id;

    @Version
    private int version;

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

    AccountIdentity(Long accountId, Assertion given, Instant now) {
        this.accountId = accountId;
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

package org.probity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.probity.crypto.Secrets;
import org.probity.tenancy.Numbered;

/** A link by mail that lets one person choose a passphrase, once. Only the SHA-256 of what makes it secret is kept. */
@Entity
@Table(name = "one_time_link")
public class OneTimeLink extends Numbered {

    /** What the link is for, and how long it is good. */
    public enum Kind {
        INVITATION(Duration.ofDays(7)), RESET(Duration.ofMinutes(60));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }
    }

    private enum Ending { USED, REPLACED }

    @Column(name = "token_hash", length = 64, nullable = false)
    private String tokenHash;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Enumerated(EnumType.STRING)
    @Column(length = 20, nullable = false)
    private Kind kind;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_how", length = 20)
    private Ending endedHow;

    protected OneTimeLink() {
    }

    public OneTimeLink(String token, Long accountId, Kind kind, Instant now) {
        this.tokenHash = Secrets.hash(token);
        this.accountId = accountId;
        this.kind = kind;
        this.madeAt = now;
        this.expiresAt = now.plus(kind.life());
    }

    /** It has done what it was for. */
    void used(Instant now) {
        end(Ending.USED, now);
    }

    /** A later link or a passphrase chosen makes it void. */
    void replaced(Instant now) {
        end(Ending.REPLACED, now);
    }

    private void end(Ending how, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedHow = how;
        }
    }

    boolean isGood(Instant now) {
        return endedAt == null && now.isBefore(expiresAt);
    }

    Long accountId() {
        return accountId;
    }

    Kind kind() {
        return kind;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}

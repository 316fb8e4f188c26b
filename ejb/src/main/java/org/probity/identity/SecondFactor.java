package org.probity.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * The secret a person's authenticator app shares with us (RFC 6238). It counts from the moment its first code was shown; each
 * code counts once, and after too many wrong ones none counts for a while.
 */
@Entity
@Table(name = "second_factor")
public class SecondFactor {

    /** Wrong codes in a row before the next is not looked at. */
    static final int FAILURES_ALLOWED = 5;

    /** How long that lasts. */
    public static final Duration LOCK = Duration.ofMinutes(15);

    @Id
    @Column(name = "account_id")
    private Long accountId;

    @Version
    private int version;

    @Column(name = "sealed_secret", length = 200, nullable = false)
    private String sealedSecret;

    @Column(name = "made_at", nullable = false)
    private Instant madeAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(name = "last_step", nullable = false)
    private long lastStep;

    @Column(nullable = false)
    private int failures;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    protected SecondFactor() {
    }

    SecondFactor(Long accountId, String sealedSecret, Instant now) {
        this.accountId = accountId;
        this.sealedSecret = sealedSecret;
        this.madeAt = now;
    }

    /** The first code was right: from now on it is asked for. */
    void confirms(long step, Instant now) {
        confirmedAt = now;
        accepts(step);
    }

    /** A code counted; neither it nor an earlier one counts again. */
    void accepts(long step) {
        lastStep = step;
        forgives();
    }

    /** Wrong codes before are forgotten. */
    void forgives() {
        failures = 0;
        lockedUntil = null;
    }

    /** A code that did not count. */
    void refuses(Instant now) {
        failures++;
        if (failures >= FAILURES_ALLOWED) {
            failures = 0;
            lockedUntil = now.plus(LOCK);
        }
    }

    boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    Long accountId() {
        return accountId;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    long lastStep() {
        return lastStep;
    }
}

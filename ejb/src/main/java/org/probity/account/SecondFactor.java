package org.probity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * The secret a person's authenticator app shares with us (RFC 6238). Until its first code was shown it is known to the session
 * alone in which it is set up; from then on it counts. Each code counts once, and after too many wrong ones none counts for a
 * while.
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

    /** In which it is set up; null from the moment it counts. */
    @Column(name = "session_id")
    private Long sessionId;

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

    SecondFactor(Long accountId, Long sessionId, String sealedSecret, Instant now) {
        this.accountId = accountId;
        begins(sessionId, sealedSecret, now);
    }

    /** That session sets up this secret; what another session was setting up is forgotten. */
    void begins(Long session, String newSecret, Instant now) {
        sessionId = session;
        sealedSecret = newSecret;
        madeAt = now;
    }

    /** The first code was right: from now on it is asked for. */
    void confirms(long step, Instant now) {
        confirmedAt = now;
        sessionId = null;
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

    /** Whether it is that session which sets it up. */
    boolean isBegunBy(Long session) {
        return confirmedAt == null && session.equals(sessionId);
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

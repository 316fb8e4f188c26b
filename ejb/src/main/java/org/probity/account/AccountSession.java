package org.probity.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.probity.access.CurrentOrigin;
import org.probity.tenancy.Numbered;

/**
 * One sign-in at one browser, from its start until it is ended. The browser's cookie leads to a random key on the server, and
 * only the key's SHA-256 is kept here.
 */
@Entity
@Table(name = "account_session")
public class AccountSession extends Numbered {

    /** How a session ended. */
    public enum Ending { SIGNED_OUT, IDLE, TOO_LONG, ENDED, EVERYWHERE, RESET, UNLINKED, CROWDED_OUT }

    /** It is not written more often than this when it was last seen; so much longer than promised it may lie idle. */
    public static final Duration GRAIN = Duration.ofMinutes(1);

    /** How long it counts that somebody has shown who they are (OWASP ASVS 4.0.3, 3.7.1: before what cannot be taken back). */
    public static final Duration FRESH = Duration.ofMinutes(10);

    @Column(name = "key_hash", length = 64, nullable = false)
    private String keyHash;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(name = "through_provider", length = 200)
    private String through;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    @Column(name = "second_factor_at")
    private Instant secondFactorAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @Column(length = 64)
    private String address;

    @Column(length = 60, nullable = false)
    private String browser;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "ended_how", length = 20)
    private Ending endedHow;

    protected AccountSession() {
    }

    /** @param through the provider that vouched for the person, or null where they gave their passphrase */
    public AccountSession(String keyHash, Long accountId, String through, String browser, Instant now) {
        this.keyHash = keyHash;
        this.accountId = accountId;
        this.through = through;
        this.address = CurrentOrigin.get().address();
        this.browser = browser;
        this.startedAt = now;
        this.lastSeenAt = now;
    }

    /** They have shown who they are at that moment, be it here or at their provider; null where nobody says when. */
    void confirms(Instant when) {
        confirmedAt = when;
    }

    boolean isFresh(Instant now) {
        return confirmedAt != null && now.isBefore(confirmedAt.plus(FRESH));
    }

    /** The second factor was shown in this session. */
    public void givesSecondFactor(Instant now) {
        secondFactorAt = now;
    }

    /** Ends it; what has ended stays as it ended. */
    void ends(Ending how, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endedHow = how;
        }
    }

    /** How it is to end by itself at that moment, or null where it may go on. */
    Ending due(SessionLimits limits, Instant now) {
        if (!now.isBefore(startedAt.plus(limits.longest()))) {
            return Ending.TOO_LONG;
        }
        return now.isAfter(lastSeenAt.plus(limits.idle()).plus(GRAIN)) ? Ending.IDLE : null;
    }

    /** What is left of it if nothing is done from now on; never negative. */
    Duration left(SessionLimits limits, Instant now) {
        Instant idle = lastSeenAt.plus(limits.idle());
        Instant longest = startedAt.plus(limits.longest());
        Duration left = Duration.between(now, idle.isBefore(longest) ? idle : longest);
        return left.isNegative() || hasEnded() ? Duration.ZERO : left;
    }

    boolean isStale(Instant now) {
        return !now.isBefore(lastSeenAt.plus(GRAIN));
    }

    boolean hasEnded() {
        return endedAt != null;
    }

    Long accountId() {
        return accountId;
    }

    String through() {
        return through;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }

    Instant secondFactorAt() {
        return secondFactorAt;
    }

    String address() {
        return address;
    }

    String browser() {
        return browser;
    }

    Ending endedHow() {
        return endedHow;
    }
}

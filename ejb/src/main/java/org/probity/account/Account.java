package org.probity.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.probity.access.Limit;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.tenancy.Numbered;

/**
 * A person's way in. Global: one person may be a member of several boards. What they may do is said by their
 * {@link Member} rows, board by board; the account only knows at which boards to look.
 */
@Entity
@Table(name = "account")
public class Account extends Numbered {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    @Column(length = 200, nullable = false, unique = true)
    private String username;

    @Column(name = "display_name", length = 200, nullable = false)
    private String displayName;

    @Column(length = 254, nullable = false)
    private String email;

    @Column(name = "password_hash", length = 500)
    private String passwordHash;

    @Column(name = "must_change_password", nullable = false)
    private boolean mustChangePassword;

    @Column(name = "tokens_void_before")
    private Instant tokensVoidBefore;

    @Column(name = "second_factor_since")
    private Instant secondFactorSince;

    @Enumerated(EnumType.STRING)
    @Column(length = 2, nullable = false)
    private Language language;

    @Column(name = "is_operator", nullable = false)
    private boolean operator;

    @Column(nullable = false)
    private int failures;

    /** Until when other browsers wait; where none has to, when a wrong password was last given. */
    @Column(name = "locked_until")
    private Instant lockedUntil;

    @ElementCollection
    @CollectionTable(name = "account_board", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "board", length = 30)
    private Set<String> boards = new TreeSet<>();

    protected Account() {
    }

    /** @param passwordHash PBKDF2, never the password; null for somebody who has yet to choose one */
    public Account(String username, String displayName, String email, String passwordHash, Language language,
            boolean operator) {
        this.username = username;
        this.displayName = displayName;
        this.email = email;
        this.passwordHash = passwordHash;
        this.language = language;
        this.operator = operator;
    }

    /** This account is a member of that board from now on. */
    public void joins(String board) {
        boards.add(board);
    }

    /** The password was made by somebody else and is good for one sign-in. */
    public Account mustChange() {
        mustChangePassword = true;
        return this;
    }

    /** A passphrase of their own; a lock ends with it, and so does every token made before. */
    public void chooses(String newHash, Instant now) {
        passwordHash = newHash;
        mustChangePassword = false;
        tokensVoidBefore = now;
        signedIn();
    }

    /** From now on nobody comes in with the passphrase alone: not by a token either that was made with no more. */
    public void confirmsSecondFactor(Instant now) {
        secondFactorSince = now;
        tokensVoidBefore = now;
    }

    public void dropsSecondFactor(Instant now) {
        secondFactorSince = null;
        tokensVoidBefore = now;
    }

    /** Whether a token from that moment opens nothing any more. */
    public boolean voids(Instant madeAt) {
        return tokensVoidBefore != null && !madeAt.isAfter(tokensVoidBefore);
    }

    /**
     * A wrong password; after so many in a row, each within a day of the one before, the account is locked for so long, for
     * browsers that are not its own. Mistakes of many months do not add up to a lock.
     */
    void wrongPassword(Instant now, Limit.Rate allowed) {
        boolean forgotten = lockedUntil != null && now.isAfter(lockedUntil.plus(REMEMBERED));
        failures = forgotten ? 1 : failures + 1;
        lockedUntil = now;
        if (failures >= allowed.tries()) {
            lockedUntil = now.plus(allowed.within());
            failures = 0;
        }
    }

    /** The right password: earlier failures are forgotten. */
    public void signedIn() {
        failures = 0;
        lockedUntil = null;
    }

    public boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    public boolean hasFailures() {
        return failures > 0 || lockedUntil != null;
    }

    public void reads(Language chosen) {
        this.language = chosen;
    }

    public String username() {
        return username;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }

    boolean hasPassword() {
        return passwordHash != null;
    }

    /** Whether the passphrase is still the one that it was at that look. */
    boolean keepsPassphraseOf(Account earlier) {
        return Objects.equals(passwordHash, earlier.passwordHash);
    }

    /** Whether a link that a board had mailed may open it: not where it has a passphrase, nor ever an operator's, whose link a start leaves. */
    public boolean isOpenedByInvitation() {
        return !hasPassword() && !operator;
    }

    public boolean mustChangePassword() {
        return mustChangePassword;
    }

    public boolean hasSecondFactor() {
        return secondFactorSince != null;
    }

    public Language language() {
        return language;
    }

    public boolean operator() {
        return operator;
    }

    public Set<String> boards() {
        return Set.copyOf(boards);
    }
}

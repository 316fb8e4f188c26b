package org.probity.token;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.Scope;
import org.probity.access.ScopeSet;
import org.probity.account.AccountSession;
import org.probity.crypto.Secrets;
import org.probity.member.Member;
import org.probity.tenancy.BoardOwned;

/**
 * A key for the REST API of one board, made by a member for what it is to do, good until a day they choose or until they or the
 * administrator revoke it. Only its SHA-256 is kept: a long random token needs no slow hash.
 */
@Entity
@Table(name = "api_token")
public class ApiToken extends BoardOwned {

    @Column(name = "token_hash", length = 64, nullable = false)
    private String tokenHash;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(name = "member_id")
    private Long memberId;

    @Convert(converter = RoleSet.class)
    @Column(length = 200, nullable = false)
    private Set<Role> roles;

    @Column(length = 100, nullable = false)
    private String name;

    @Convert(converter = ScopeSet.class)
    @Column(length = 200, nullable = false)
    private Set<Scope> scopes;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    @Column(name = "revoked_at")
    private Instant revokedAt;

    @Column(name = "revoked_account")
    private Long revokedAccount;

    @Column(name = "revoked_name", length = 200)
    private String revokedName;

    protected ApiToken() {
    }

    /**
     * A token of the caller's or of another member's. It is bound to that membership and to the roles of this day.
     *
     * @param expiresAt null for a token without an end, as demonstration boards have them
     */
    public ApiToken(String token, Caller member, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt) {
        this.tokenHash = Secrets.hash(token);
        this.accountId = member.accountId();
        this.memberId = member.memberId();
        this.roles = Set.copyOf(member.roles());
        this.name = name;
        this.scopes = Set.copyOf(scopes);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    /** SHA-256 in hex. */
    public static String hash(String token) {
        return Secrets.hash(token);
    }

    /** It opens nothing from now on; what was revoked stays as it was. */
    void revoke(Caller by, Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
            revokedAccount = by.accountId();
            revokedName = by.name();
        }
    }

    /** Revoked, or at its end. */
    boolean hasEnded(Instant now) {
        return revokedAt != null || expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Its last use is not written more often than once a minute. */
    boolean isUseWorthNoting(Instant now) {
        return lastUsedAt == null || !now.isBefore(lastUsedAt.plus(AccountSession.GRAIN));
    }

    boolean hasAny(Set<Role> lost) {
        return roles.stream().anyMatch(lost::contains);
    }

    /** What its member is now, as far as they were it when the token was made. */
    Set<Role> rolesOf(Member member) {
        Set<Role> both = EnumSet.noneOf(Role.class);
        both.addAll(member.roles());
        both.retainAll(roles);
        return both;
    }

    public Long accountId() {
        return accountId;
    }

    public String name() {
        return name;
    }

    public Set<Scope> scopes() {
        return Set.copyOf(scopes);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant revokedAt() {
        return revokedAt;
    }

    String revokedName() {
        return revokedName;
    }
}

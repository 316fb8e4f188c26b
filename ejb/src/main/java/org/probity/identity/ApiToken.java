package org.probity.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.probity.tenancy.BoardOwned;

/** A key for the REST API of one board. Only its SHA-256 is kept: a long random token needs no slow hash. */
@Entity
@Table(name = "api_token")
public class ApiToken extends BoardOwned {

    @Column(name = "token_hash", length = 64, nullable = false)
    private String tokenHash;

    @Column(name = "account_id", nullable = false)
    private Long accountId;

    @Column(length = 100, nullable = false)
    private String name;

    @Column(name = "expires_at")
    private Instant expiresAt;

    protected ApiToken() {
    }

    /** @param expiresAt null for a token without an end */
    public ApiToken(String token, Long accountId, String name, Instant expiresAt) {
        this.tokenHash = hash(token);
        this.accountId = accountId;
        this.name = name;
        this.expiresAt = expiresAt;
    }

    /** SHA-256 in hex. */
    public static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public Long accountId() {
        return accountId;
    }
}

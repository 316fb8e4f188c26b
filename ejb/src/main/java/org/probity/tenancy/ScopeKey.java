package org.probity.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.probity.crypto.KeyFolder;

/**
 * The key of the capabilities that open scopes on PostgreSQL, in {@code scope.key} of the folder of keys. The database has
 * their hashes only: whoever can merely send SQL makes none.
 */
final class ScopeKey {

    private static final String FILE = "scope.key";
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    /** More than there are boards; what is asked for beyond is worked out each time. */
    private static final int KEPT = 1_000;

    private final byte[] key;
    private final Map<String, String> capabilities = new ConcurrentHashMap<>();

    ScopeKey(byte[] key) {
        this.key = key.clone();
    }

    private static final class Configured {
        private static final ScopeKey ONE = read(KeyFolder.configured());
    }

    /** Of this server. @throws IllegalStateException where the database was not prepared with this folder of keys */
    static ScopeKey configured() {
        return Configured.ONE;
    }

    private static ScopeKey read(KeyFolder folder) {
        if (!folder.has(FILE)) {
            throw new IllegalStateException(FILE + " is missing in " + folder
                    + ". The database is prepared with the folder of keys that its servers use (PROBITY_KEYS).");
        }
        return load(folder);
    }

    /** Makes it where it is missing. */
    static ScopeKey made(KeyFolder folder) {
        folder.alone(() -> {
            if (!folder.has(FILE)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                folder.write(FILE, Base64.getEncoder().encodeToString(key) + "\n");
            }
        });
        return load(folder);
    }

    private static ScopeKey load(KeyFolder folder) {
        try {
            return new ScopeKey(Base64.getDecoder().decode(folder.read(FILE).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of keys " + folder + " cannot be used", e);
        }
    }

    /** What opens that scope: the scope itself, a colon, and its HMAC-SHA-256 (RFC 2104). */
    String capability(String scope) {
        String kept = capabilities.get(scope);
        if (kept != null) {
            return kept;
        }
        String made = made(scope);
        if (capabilities.size() < KEPT) {
            capabilities.put(scope, made);
        }
        return made;
    }

    private String made(String scope) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return scope + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(scope.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By which the database knows the capability (SHA-256), without being able to say it. */
    byte[] proof(String scope) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(capability(scope).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

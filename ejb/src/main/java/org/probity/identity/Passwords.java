package org.probity.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import org.probity.kernel.Unguarded;

/** PBKDF2 with HMAC-SHA-512 and 210,000 rounds, salted per account. */
@Unguarded("It calculates; what it is given and gives back stays with the caller")
@ApplicationScoped
public class Passwords {

    /** Characters; nobody has a longer one. */
    private static final int LONGEST = 4 * Passphrase.LONGEST;

    @Inject
    private Pbkdf2PasswordHash hash;

    private String nobodys;

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000", "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    }

    /** A salted hash to keep. Slow by design: about 0.2 s. */
    public String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    /** Whether the password fits; a null hash is worked on just as long and never fits. */
    boolean verify(String password, String kept) {
        String against = kept == null ? nobodys() : kept;
        String given = password == null || password.length() > LONGEST ? "" : password;
        return hash.verify(given.toCharArray(), against) && kept != null;
    }

    private synchronized String nobodys() {
        if (nobodys == null) {
            nobodys = hash("nobody has this account");
        }
        return nobodys;
    }
}

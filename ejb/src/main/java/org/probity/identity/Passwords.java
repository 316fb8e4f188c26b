package org.probity.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.probity.kernel.Turns;
import org.probity.kernel.Unguarded;

/** PBKDF2 with HMAC-SHA-512 and 210,000 rounds, salted per account. */
@Unguarded("It calculates; what it is given and gives back stays with the caller")
@ApplicationScoped
public class Passwords {

    /** Characters; nobody has a longer one. */
    private static final int LONGEST = 4 * Passphrase.LONGEST;

    /** Each takes a processor for itself; that many at once, so that trying to sign in does not keep the server from all other work. */
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    /** Who would have to wait behind more than these, or longer than that, is to come back, and keeps no thread meanwhile. */
    private static final int MOST_WAITING = 8;
    private static final Duration TO_WAIT = Duration.ofSeconds(4);
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Turns processors = new Turns(AT_ONCE, MOST_WAITING);

    @Inject
    private Pbkdf2PasswordHash hash;

    private String nobodys;

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000", "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    }

    /** A salted hash to keep. Slow by design: about 0.2 s. @throws TooMany where too many are worked out at this moment */
    public String hash(String password) {
        return inTurn(() -> hash.generate(password.toCharArray()));
    }

    /**
     * Whether the password fits; a null hash is worked on just as long and never fits.
     *
     * @throws TooMany where too many are worked out at this moment
     */
    boolean verify(String password, String kept) {
        String against = kept == null ? nobodys() : kept;
        String given = password == null || password.length() > LONGEST ? "" : password;
        return inTurn(() -> hash.verify(given.toCharArray(), against)) && kept != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        if (!processors.begin(TO_WAIT)) {
            throw new TooMany(COME_BACK);
        }
        try {
            return work.get();
        } finally {
            processors.end();
        }
    }

    private synchronized String nobodys() {
        if (nobodys == null) {
            nobodys = hash.generate("nobody has this account".toCharArray());
        }
        return nobodys;
    }
}

package org.probity.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.probity.access.TooMany;
import org.probity.kernel.Turns;
import org.probity.kernel.Unguarded;

/** PBKDF2 with HMAC-SHA-512 and 210,000 rounds, salted per account. */
@Unguarded("It calculates; what it is given and gives back stays with the caller")
@ApplicationScoped
public class Passwords {

    /** Characters; nobody has a longer one. */
    private static final int LONGEST = 4 * Passphrase.LONGEST;

    /** Each takes a processor for itself; no more at once, so that trying to sign in does not keep the server from all other work. */
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    /** So many for whom nothing speaks yet, whatever they do; a single processor is shared with those who are known. */
    static final int STRANGERS = Math.max(1, PROCESSORS / 2);

    /** So many for those who are signed in, at a browser of their own, or have a good link. */
    static final int KNOWN = Math.max(1, PROCESSORS - STRANGERS);

    /** Who would have to wait behind more than these, or longer than that, is to come back, and keeps no thread meanwhile. */
    private static final int MOST_WAITING = 8;
    private static final Duration TO_WAIT = Duration.ofSeconds(4);
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    /** So many strangers of one network wait: a few colleagues behind one address, and never so many as there are places. */
    private static final int OF_ONE_NETWORK = 2;

    private final Turns known = new Turns(KNOWN, MOST_WAITING);
    private final Turns strangers = new Turns(STRANGERS, MOST_WAITING);
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();

    @Inject
    private Pbkdf2PasswordHash hash;

    private String nobodys;

    @PostConstruct
    void prepare() {
        hash.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", "210000", "Pbkdf2PasswordHash.SaltSizeBytes", "32",
                "Pbkdf2PasswordHash.KeySizeBytes", "64"));
    }

    /** A salted hash to keep, for somebody who is known. Slow by design: about 0.2 s. @throws TooMany where too many are worked out at this moment */
    public String hash(String password) {
        return ofKnown(() -> hash.generate(password.toCharArray()));
    }

    /**
     * Whether the password of somebody who is known fits; a null hash is worked on just as long and never fits.
     *
     * @throws TooMany where too many are worked out at this moment
     */
    protected boolean verify(String password, String kept) {
        return ofKnown(() -> fits(password, kept));
    }

    /**
     * The same for somebody of whom nothing is known but where they are. They wait for one another, and keep nobody waiting who is known.
     *
     * @param network of which only two wait
     * @throws TooMany where too many are worked out at this moment
     */
    protected boolean verifyOfStranger(String password, String kept, String network) {
        return inTurn(strangers, comes(network), () -> fits(password, kept));
    }

    private boolean fits(String password, String kept) {
        String given = password == null || password.length() > LONGEST ? "" : password;
        return hash.verify(given.toCharArray(), kept == null ? nobodys() : kept) && kept != null;
    }

    private <T> T ofKnown(Supplier<T> work) {
        return inTurn(known, known.begin(TO_WAIT), work);
    }

    private boolean comes(String network) {
        if (strangers.begin(Duration.ZERO)) {
            return true;
        }
        String waits = String.valueOf(network);
        try {
            return waiting.merge(waits, 1, Integer::sum) <= OF_ONE_NETWORK && strangers.begin(TO_WAIT);
        } finally {
            waiting.computeIfPresent(waits, (any, many) -> many == 1 ? null : many - 1);
        }
    }

    private static <T> T inTurn(Turns turns, boolean begun, Supplier<T> work) {
        if (!begun) {
            throw new TooMany(COME_BACK);
        }
        try {
            return work.get();
        } finally {
            turns.end();
        }
    }

    private synchronized String nobodys() {
        if (nobodys == null) {
            nobodys = hash.generate("nobody has this account".toCharArray());
        }
        return nobodys;
    }
}

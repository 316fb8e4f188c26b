package org.probity.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.probity.access.Limit;
import org.probity.access.Limits;
import org.probity.access.TooMany;
import org.probity.crypto.Keys;
import org.probity.crypto.Secrets;
import org.probity.kernel.Unguarded;

/**
 * Browsers at which somebody has signed in before. Such a browser is not kept out by a lock that somebody else brought about by
 * guessing; it is counted for itself instead. What it carries is signed, not stored: it speaks for one account, and for as
 * long as the passphrase stays the same (OWASP, «Slow Down Online Guessing Attacks with Device Cookies»).
 */
@ApplicationScoped
@Unguarded("It is asked before anybody is signed in, and speaks of the one browser that asks")
public class KnownDevices {

    private static final String PURPOSE = "device/";
    private static final String LAST = "browser/";

    @Inject
    private Keys keys;

    @Inject
    private Limits limits;

    /** What a browser of that account carries from now on. */
    String carriedFor(Account account) {
        String random = Secrets.random();
        return random + "." + signature(account, random);
    }

    /**
     * Whether a browser that carries that is one of that account's, and neither it nor all of them together, which are as many as there
     * were sign-ins, have tried too often. One that was taken cannot use up what all may.
     */
    boolean mayTry(String carried, Account account) {
        int dot = carried == null ? -1 : carried.indexOf('.');
        if (dot < 0 || !same(carried.substring(dot + 1), signature(account, carried.substring(0, dot)))) {
            return false;
        }
        try {
            limits.count(Limit.SIGN_IN_DEVICE, circles(carried, account));
            return true;
        } catch (TooMany e) {
            return false;
        }
    }

    /** Nothing came of the last try, since the server was busy with others. @param carried as when it was counted */
    void giveBack(String carried, Account account) {
        limits.giveBack(Limit.SIGN_IN_DEVICE, circles(carried, account));
    }

    private static List<String> circles(String carried, Account account) {
        return List.of(carried.substring(0, carried.indexOf('.')), "account " + account.id());
    }

    /** What tells, after their session has ended, that this account's person has signed in at a browser. */
    String seenAt(Account account) {
        String seen = account.id() + "." + Secrets.random();
        return seen + "." + keys.print(LAST, seen);
    }

    /** Whether this installation wrote that. */
    boolean wrote(String carried) {
        int dot = carried.lastIndexOf('.');
        return dot > 0 && same(carried.substring(dot + 1), keys.print(LAST, carried.substring(0, dot)));
    }

    private String signature(Account account, String random) {
        return keys.print(PURPOSE + account.id() + "/" + account.passwordHash(), random);
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}

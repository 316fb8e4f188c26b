package org.probity.account;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.DeniedAttempt;
import org.probity.access.Guarded;
import org.probity.access.Limit;
import org.probity.access.Limits;
import org.probity.access.Permitted;
import org.probity.access.TooMany;
import org.probity.access.WellKnown;
import org.probity.kernel.Language;
import org.probity.tenancy.Installation;

/**
 * Signing in: the password check and its lock-out. The slow hash is worked out here once per sign-in.
 *
 * <p>Nobody is kept out by what others try. Tries are counted for each network and account; only where many networks guess at
 * one account together do browsers that have never signed in to it have to wait, and neither the person's own browsers do, nor
 * one at which they have just used a link that was mailed to them.
 */
@Stateless
@Guarded
public class SignIns {

    /** What came of a try. A locked account answers as a wrong password does: neither tells that there is such an account. */
    public enum Result { WELCOME, WRONG }

    private static final String FAILED = "account.signInFailed";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    @Inject
    private KnownDevices devices;

    @Inject
    private Limits limits;

    @Inject
    private Installation installation;

    @Inject
    private Event<DeniedAttempt> failed;

    @Inject
    private Clock clock;

    /**
     * Checks a password. An unknown name and a locked account cost the same time as any other, and answer the same. What was
     * typed for an unknown name is not kept: it may be a password in the wrong field. Tries at the same moment are counted one
     * after the other, once the slow hash is worked out.
     *
     * @param own whether the browser {@link #mayTry}: neither the lock that others brought about is for it, nor the queue of all others
     * @param network of any other browser, the widest
     * @throws TooMany where too many try at this moment
     */
    @Permitted(Act.ENTER)
    public Result check(String username, String password, boolean own, String network) {
        Optional<Account> account = find(username);
        String typed = Passphrase.normal(password);
        String kept = account.map(Account::passwordHash).orElse(null);
        boolean fits = (own ? passwords.verify(typed, kept) : passwords.verifyOfStranger(typed, kept, network))
                && (installation.isDemo() || !WellKnown.isPassword(password));
        account.filter(known -> !own || fits && known.hasFailures()).ifPresent(known -> entities.refresh(known, LockModeType.PESSIMISTIC_WRITE));
        boolean right = fits && (own || !account.orElseThrow().lockedAt(clock.instant()));
        account.filter(known -> !own || right && !known.lockedAt(clock.instant())).ifPresent(known -> note(known, right));
        if (!right) {
            Long id = account.map(Account::id).orElse(null);
            String asked = id == null ? "" : id.toString();
            failed.fire(DeniedAttempt.entry(FAILED, id, account.map(Account::username).orElse(null), "SignIns.check", asked));
        }
        return right ? Result.WELCOME : Result.WRONG;
    }

    private void note(Account account, boolean right) {
        if (!right && !account.lockedAt(clock.instant())) {
            account.wrongPassword(clock.instant(), limits.rate(Limit.SIGN_IN_STRANGERS));
        } else if (right && account.hasFailures()) {
            account.signedIn();
        }
    }

    /** Whether what the browser carries makes it one of that account's own, and it has not tried too often by itself. Counts one try. */
    @Permitted(Act.ENTER)
    public boolean mayTry(String username, String device) {
        return device != null && find(username).filter(known -> devices.mayTry(device, known)).isPresent();
    }

    /** Takes back a try of one of that account's own browsers that was counted, of which nothing came. */
    @Permitted(Act.ENTER)
    public void notTried(String username, String device) {
        find(username).ifPresent(known -> devices.giveBack(device, known));
    }

    /** What tells from now on that this account's person has signed in at a browser; it opens nothing. */
    @Permitted(Act.ENTER)
    public String browser(Account account) {
        return devices.seenAt(account);
    }

    /** Whether somebody has signed in at a browser that carries that. */
    @Permitted(Act.ENTER)
    public boolean knowsBrowser(String carried) {
        return devices.wrote(carried);
    }

    /** What the browser at which somebody has just signed in carries from now on. */
    @Permitted(Act.ENTER)
    public String device(Account account) {
        return devices.carriedFor(account);
    }

    /** The account of that name. */
    @Permitted(Act.ENTER)
    public Optional<Account> find(String username) {
        return entities.createQuery("select a from Account a left join fetch a.boards where a.username = :name", Account.class)
                .setParameter("name", username == null ? "" : username.strip().toLowerCase(Locale.ROOT))
                .getResultList().stream().findFirst();
    }

    /** The language somebody chose goes with them to the next browser. */
    @Permitted(Act.ENTER)
    public void reads(Long accountId, Language language) {
        entities.find(Account.class, accountId).reads(language);
    }
}

package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.probity.kernel.Language;
import org.probity.tenancy.Installation;

/** Signing in: the password check and its lock-out. The slow hash is worked out here once per sign-in. */
@Stateless
@Guarded
public class SignIns {

    /** What came of a try. A locked account answers as a wrong password does: neither tells that there is such an account. */
    public enum Result { WELCOME, WRONG }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    @Inject
    private KnownDevices devices;

    @Inject
    private Installation installation;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * Checks a password. An unknown name and a locked account cost the same time as any other, and answer the same. What was
     * typed for an unknown name is not kept: it may be a password in the wrong field.
     *
     * @param device what the browser carries since an earlier sign-in, or null: the lock that others brought about is not for it
     */
    @Permitted(Act.ENTER)
    public Result check(String username, String password, String device) {
        Optional<Account> account = find(username);
        boolean fits = passwords.verify(Passphrase.normal(password), account.map(Account::passwordHash).orElse(null))
                && (installation.isDemo() || !WellKnown.isPassword(password));
        boolean own = account.filter(known -> devices.mayTry(device, known)).isPresent();
        boolean right = fits && (own || !account.orElseThrow().lockedAt(clock.instant()));
        account.filter(known -> !own || right && !known.lockedAt(clock.instant())).ifPresent(known -> note(known, right));
        if (!right) {
            acts.fire(new AccountAct("account.signInFailed", account.map(Account::id).orElse(null),
                    account.map(Account::username).orElse(null), null));
        }
        return right ? Result.WELCOME : Result.WRONG;
    }

    private void note(Account account, boolean right) {
        if (!right && !account.lockedAt(clock.instant())) {
            account.wrongPassword(clock.instant());
        } else if (right && account.hasFailures()) {
            account.signedIn();
        }
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
                .getResultStream().findFirst();
    }

    /** The language somebody chose goes with them to the next browser. */
    @Permitted(Act.ENTER)
    public void reads(Long accountId, Language language) {
        entities.find(Account.class, accountId).reads(language);
    }
}

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
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /**
     * Checks a password. An unknown name and a locked account cost the same time as any other, and answer the same. What was
     * typed for an unknown name is not kept: it may be a password in the wrong field.
     */
    @Permitted(Act.ENTER)
    public Result check(String username, String password) {
        Optional<Account> account = find(username);
        boolean fits = passwords.verify(Passphrase.normal(password), account.map(Account::passwordHash).orElse(null));
        boolean right = fits && !account.orElseThrow().lockedAt(clock.instant());
        account.ifPresent(known -> note(known, right));
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

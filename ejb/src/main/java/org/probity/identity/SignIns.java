package org.probity.identity;

import jakarta.ejb.Stateless;
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

    /** What came of a try. */
    public enum Result { WELCOME, WRONG, LOCKED }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    /** Checks a password. An unknown name costs the same time as a known one and answers the same. */
    @Permitted(Act.ENTER)
    public Result check(String username, String password) {
        Optional<Account> account = find(username);
        if (account.isPresent() && account.get().lockedAt(clock.instant())) {
            return Result.LOCKED;
        }
        boolean right = passwords.verify(password, account.map(Account::passwordHash).orElse(null));
        account.ifPresent(known -> note(known, right));
        return right ? Result.WELCOME : Result.WRONG;
    }

    private void note(Account account, boolean right) {
        if (!right) {
            account.wrongPassword(clock.instant());
        } else if (account.hasFailures()) {
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

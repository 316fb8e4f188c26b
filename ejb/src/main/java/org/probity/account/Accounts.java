package org.probity.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;

/**
 * People's ways in, looked up and opened from inside a board. They belong to the installation, so this is done outside
 * the board's scope in transactions of their own: where the act around it fails, an account without a membership is left,
 * and that opens nothing.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Accounts {

    /**
     * Somebody without an account.
     *
     * @param username in lower case
     * @param passwordHash PBKDF2, never the password
     */
    public record Newcomer(String username, String name, String email, String passwordHash, Language language) {
    }

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Boards boards;

    @Inject
    private Passwords passwords;

    @Inject
    private Clock clock;

    /** @throws IllegalStateException when called in a board's scope: use {@link CurrentBoard#outside} */
    @Permitted(Act.INTERNAL)
    public Optional<Account> known(String username) {
        requireNoBoard();
        return entities.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", username).getResultList().stream().findFirst();
    }

    /**
     * Makes the account belong to that board; who has none gets one. Done twice it is done once. For people of whom nobody has to
     * be asked, since they are invented.
     *
     * @throws IllegalStateException when called in a board's scope: use {@link CurrentBoard#outside}
     */
    @Permitted(Act.CLOCKWORK)
    public Account admit(String board, Newcomer given) {
        Account account = known(given.username()).orElseGet(() -> open(given));
        account.joins(board);
        return account;
    }

    /** The account belongs to that board too, as its owner wanted. */
    @Permitted(Act.INTERNAL)
    public Account admit(String board, Long accountId) {
        requireNoBoard();
        Account account = entities.find(Account.class, accountId);
        account.joins(board);
        return account;
    }

    /**
     * Somebody who came by a link to their own mailbox chooses a passphrase, and has an account at that board from then on.
     *
     * @throws Refusal NOT_FOUND where the account is another mailbox's, an operator's, or has a passphrase: its owner signs in
     *     instead; INVALID on {@code passphrase} or {@code again}
     */
    @Permitted(Act.INTERNAL)
    public Account open(String board, Newcomer given, String passphrase, String again) {
        Account account = known(given.username()).orElseGet(() -> open(given));
        if (!account.isOpenedByInvitation() || !account.email().equalsIgnoreCase(given.email())) {
            throw Refusal.notFound();
        }
        account.joins(board);
        String chosen = Passphrase.normal(passphrase);
        Passphrase.check("passphrase", chosen, account, account.boards().stream().map(boards::find).flatMap(Optional::stream).toList());
        Passphrase.requireSame(chosen, Passphrase.normal(again));
        account.chooses(passwords.hash(chosen), clock.instant());
        return account;
    }

    private Account open(Newcomer given) {
        Account account = new Account(given.username(), given.name(), given.email(), given.passwordHash(), given.language(),
                false);
        entities.persist(account);
        return account;
    }

    private static void requireNoBoard() {
        if (CurrentBoard.orNone() != null) {
            throw new IllegalStateException("Accounts belong to the installation: ask outside the board's scope");
        }
    }
}

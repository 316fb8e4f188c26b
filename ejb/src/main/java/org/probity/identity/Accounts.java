package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.probity.kernel.Language;
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

    /** @throws IllegalStateException when called in a board's scope: use {@link CurrentBoard#outside} */
    @Permitted(Act.INTERNAL)
    public Optional<Account> known(String username) {
        requireNoBoard();
        return entities.createQuery("select a from Account a where a.username = :name", Account.class)
                .setParameter("name", username).getResultStream().findFirst();
    }

    /**
     * Makes the account belong to that board; who has none gets one. Done twice it is done once.
     *
     * @throws IllegalStateException when called in a board's scope: use {@link CurrentBoard#outside}
     */
    @Permitted(Act.INTERNAL)
    public Account admit(String board, Newcomer given) {
        Account account = known(given.username()).orElseGet(() -> open(given));
        account.joins(board);
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

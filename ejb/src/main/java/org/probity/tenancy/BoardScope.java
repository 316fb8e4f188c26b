package org.probity.tenancy;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Whose rows may be seen in a transaction, as PostgreSQL itself is told: a board's slug, or {@link BoardResolver#NO_BOARD} for
 * the installation; and beside it a power, if any. Each is said by its capability ({@link ScopeKey}), which is never part of
 * a statement's text: others of the same role can read that.
 *
 * @param power null for none
 */
record BoardScope(String board, String power) {

    /** Looking for the engine's due and failed jobs of all boards, and locking them. */
    static final String ENGINE = "+engine";

    /** Taking the entries of a board out of the audit. */
    static final String WIPE = "+wipe";

    private static final String SAY = "select set_config('probity.board', ?, true), set_config('probity.power', ?, true)";
    private static final String REGISTRY = "java:jboss/TransactionSynchronizationRegistry";

    BoardScope(String board) {
        this(board, null);
    }

    /** Says it for the rest of the connection's transaction. */
    void enter(Connection connection) throws SQLException {
        enter(connection, ScopeKey.configured());
    }

    void enter(Connection connection, ScopeKey key) throws SQLException {
        try (PreparedStatement say = connection.prepareStatement(SAY)) {
            say.setString(1, key.capability(board));
            say.setString(2, power == null ? "" : key.capability(power));
            say.execute();
        }
    }

    /**
     * Says it in the container's transaction, unless it was said there before: Hibernate and the engine share the connection of
     * a transaction. Where each statement is a transaction of its own nothing can be said, and nothing is found.
     */
    void enterOnce(Connection connection) throws SQLException {
        TransactionSynchronizationRegistry transaction = Running.ONE;
        if (transaction.getTransactionKey() == null) {
            if (!connection.getAutoCommit()) {
                enter(connection);
            }
        } else if (!isCoveredBy((BoardScope) transaction.getResource(BoardScope.class))) {
            enter(connection);
            transaction.putResource(BoardScope.class, this);
        }
    }

    private boolean isCoveredBy(BoardScope said) {
        return said != null && said.board.equals(board) && (power == null || power.equals(said.power));
    }

    private static final class Running {
        private static final TransactionSynchronizationRegistry ONE = lookUp();

        /** By a fixed name: no word of anybody is looked up. */
        @SuppressWarnings("BanJNDI")
        private static TransactionSynchronizationRegistry lookUp() {
            try {
                return (TransactionSynchronizationRegistry) new InitialContext().lookup(REGISTRY);
            } catch (NamingException e) {
                throw new IllegalStateException("The server has no registry of transactions", e);
            }
        }
    }
}

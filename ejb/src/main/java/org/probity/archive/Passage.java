package org.probity.archive;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.probity.tenancy.CaseDatabase;

/**
 * One transaction on the case database. It is not the container's: moving a board may take longer than any act, and what
 * is written here is written whole by one commit, the engine's rows too.
 */
final class Passage implements AutoCloseable {

    /** The scope of what belongs to no board. */
    static final String INSTALLATION = "-";

    private final Connection connection;

    private Passage(Connection connection) {
        this.connection = connection;
    }

    /**
     * Sees the database as it is now until the end, whatever is committed meanwhile, and may not change what others have
     * changed since. H2 gives that for all tables at once only where it is called serializable.
     */
    static Passage still(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        CaseDatabase.unhurried(connection);
        connection.setTransactionIsolation(CaseDatabase.isWalled(connection) ? Connection.TRANSACTION_REPEATABLE_READ
                : Connection.TRANSACTION_SERIALIZABLE);
        connection.setAutoCommit(false);
        return new Passage(connection);
    }

    static Passage open(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        CaseDatabase.unhurried(connection);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return new Passage(connection);
    }

    /** From here on the rows of that board are in sight, and no others. */
    Connection enter(String board) throws SQLException {
        CaseDatabase.enter(connection, board);
        return connection;
    }

    Connection connection() {
        return connection;
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** What was not committed did not happen. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            CaseDatabase.inHaste(connection);
        }
    }
}

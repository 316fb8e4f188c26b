package org.probity.boardrows;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.probity.crypto.Keys;
import org.probity.tenancy.CaseDatabase;

/**
 * One transaction on the case database, with the keys that contents in it are sealed with. It is not the container's: moving a board may take longer than any act, and what
 * is written here is written whole by one commit, the engine's rows too.
 */
public final class ArchiveTransaction implements AutoCloseable {

    /** The scope of what belongs to no board. */
    public static final String INSTALLATION = "-";

    private final Connection connection;
    private final Keys keys;
    private String scope = INSTALLATION;

    /** Something that is asked of the database. */
    interface Asking<T> {
        T of(Connection connection) throws SQLException;
    }

    private ArchiveTransaction(Connection connection, Keys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /**
     * Sees the database as it is now until the end, whatever is committed meanwhile, and may not change what others have
     * changed since. H2 gives that for all tables at once only where it is called serializable.
     */
    public static ArchiveTransaction still(DataSource database, Keys keys) throws SQLException {
        Connection connection = database.getConnection();
        CaseDatabase.unhurried(connection);
        connection.setTransactionIsolation(CaseDatabase.isWalled(connection) ? Connection.TRANSACTION_REPEATABLE_READ
                : Connection.TRANSACTION_SERIALIZABLE);
        connection.setAutoCommit(false);
        return new ArchiveTransaction(connection, keys);
    }

    public static ArchiveTransaction open(DataSource database, Keys keys) throws SQLException {
        Connection connection = database.getConnection();
        CaseDatabase.unhurried(connection);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        return new ArchiveTransaction(connection, keys);
    }

    /** The contents of that board's documents, once it was entered. */
    public BoardContents contents(String board) {
        return new BoardContents(connection, board, keys);
    }

    /** From here on the rows of that board are in sight, and no others. */
    public Connection enter(String board) throws SQLException {
        CaseDatabase.enter(connection, board);
        scope = board;
        return connection;
    }

    /** The same of a board that may not be there yet. */
    public Connection admit(String board) throws SQLException {
        CaseDatabase.admit(enter(INSTALLATION), board);
        return enter(board);
    }

    /** The same, and what was written once for ever may be removed with them. */
    public Connection enterToWipe(String board) throws SQLException {
        CaseDatabase.enterToWipe(connection, board);
        scope = board;
        return connection;
    }

    /** Asks what no board sees whole, such as which numbers are free, and goes back to the rows that were in sight. */
    <T> T ofInstallation(Asking<T> asking) throws SQLException {
        String before = scope;
        T answer = asking.of(enter(INSTALLATION));
        enter(before);
        return answer;
    }

    public Connection connection() {
        return connection;
    }

    public void commit() throws SQLException {
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

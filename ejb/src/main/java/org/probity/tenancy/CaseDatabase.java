package org.probity.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The case database as raw JDBC sees it. A server works on it as the application, which reads and writes rows; on PostgreSQL
 * the tables were made before by another role, their owner, whom no server knows. On H2 both are the same.
 */
public final class CaseDatabase {

    private static final String AS_APPLICATION = "java:jboss/datasources/ProbityDS";

    /** Any number, as long as nothing else in the database locks by it. */
    private static final long STARTING = 0x50726f62697479L;

    private static final String THIS = "select session_id()";
    private static final String LONG = "select session_id from information_schema.sessions where session_id <> session_id() "
            + "and executing_statement is not null and executing_statement_start < dateadd(second, -";

    /** Sessions of the embedded database that move a board. */
    private static final Set<Integer> UNHURRIED = ConcurrentHashMap.newKeySet();

    private CaseDatabase() {
    }

    /** What only one may do at a time. */
    @FunctionalInterface
    public interface Preparation {
        void on(Connection connection) throws SQLException;
    }

    /** By a fixed name: no word of anybody is looked up. @throws IllegalStateException where the server has no such data source */
    @SuppressWarnings("BanJNDI")
    public static DataSource asApplication() {
        try {
            return (DataSource) new InitialContext().lookup(AS_APPLICATION);
        } catch (NamingException e) {
            throw new IllegalStateException("The server knows no data source " + AS_APPLICATION, e);
        }
    }

    /** Whether rows are walled by the database itself. */
    public static boolean isWalled(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /** The same of the server's database. */
    public static boolean isWalled() {
        try (Connection connection = asApplication().getConnection()) {
            return isWalled(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    /**
     * Says for the rest of the connection's transaction whose rows may be seen; without it none can. Where the database
     * knows no row-level security nothing happens.
     *
     * @param board slug, or {@link BoardResolver#NO_BOARD} for what belongs to the installation
     */
    public static void enter(Connection connection, String board) throws SQLException {
        enter(connection, new BoardScope(board));
    }

    /** The same, and lets the board's entries be taken out of the audit. */
    public static void enterToWipe(Connection connection, String board) throws SQLException {
        enter(connection, new BoardScope(board, BoardScope.WIPE));
    }

    private static void enter(Connection connection, BoardScope scope) throws SQLException {
        if (isWalled(connection)) {
            scope.enter(connection);
        }
    }

    /**
     * Lets a board that is not there yet be entered. The connection's transaction is about what belongs to the installation.
     *
     * @throws SQLException where the database knows the board by another key
     */
    public static void admit(Connection connection, String board) throws SQLException {
        if (isWalled(connection)) {
            BoardScopes.add(connection, ScopeKey.configured(), board);
        }
    }

    /** Lets a board that was wiped be entered no more. The connection's transaction wipes, and is about what belongs to the installation. */
    public static void dismiss(Connection connection, String board) throws SQLException {
        if (isWalled(connection)) {
            BoardScopes.drop(connection, board);
        }
    }

    /**
     * Lets statements of this connection take as long as they need: a whole board is moved by a few that are long. Not within
     * a transaction.
     */
    public static void unhurried(Connection connection) throws SQLException {
        if (isWalled(connection)) {
            execute(connection, "set statement_timeout = 0");
        } else {
            UNHURRIED.addAll(sessions(connection, THIS));
        }
    }

    /** Statements of this connection are ended again when they take too long. Not within a transaction. */
    public static void inHaste(Connection connection) throws SQLException {
        if (isWalled(connection)) {
            execute(connection, "reset statement_timeout");
        } else {
            UNHURRIED.removeAll(sessions(connection, THIS));
        }
    }

    /**
     * Ends what other connections have been doing for longer. PostgreSQL does that itself, as the data source asks it to. On
     * H2 the driver's own time limit would be taken back by Hibernate, and commit what was begun.
     */
    static void endLong(Connection embedded, Duration most) throws SQLException {
        for (Integer session : sessions(embedded, LONG + most.toSeconds() + ", current_timestamp)")) {
            if (!UNHURRIED.contains(session)) {
                execute(embedded, "call cancel_session(" + session + ")");
            }
        }
    }

    private static Set<Integer> sessions(Connection embedded, String select) throws SQLException {
        Set<Integer> sessions = new HashSet<>();
        try (Statement statement = embedded.createStatement(); ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) {
                sessions.add(rows.getInt(1));
            }
        }
        return sessions;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /**
     * Does what only one server may do at a time: where several start together on one PostgreSQL, the others wait until it is
     * done. The embedded database is never shared.
     */
    public static void alone(Preparation work) throws SQLException {
        alone(asApplication(), work);
    }

    /** The same on another data source. */
    public static void alone(DataSource database, Preparation work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!isWalled(connection)) {
                work.on(connection);
                return;
            }
            unhurried(connection);
            lock(connection, "pg_advisory_lock");
            try {
                work.on(connection);
            } finally {
                lock(connection, "pg_advisory_unlock");
                inHaste(connection);
            }
        }
    }

    private static void lock(Connection connection, String function) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select " + function + "(?)")) {
            lock.setLong(1, STARTING);
            lock.execute();
        }
    }
}

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
 * The case database as raw JDBC sees it. Two roles reach it: the owner makes and changes tables, the application only
 * reads and writes their rows. On H2 both are the same.
 */
public final class CaseDatabase {

    private static final String AS_APPLICATION = "java:jboss/datasources/ProbityDS";
    private static final String AS_OWNER = "java:jboss/datasources/ProbityOwnerDS";

    /** Any number, as long as nothing else in the database locks by it. */
    private static final long STARTING = 0x50726f62697479L;

    private static final String THIS = "select session_id()";
    private static final String LONG = "select session_id from information_schema.sessions where session_id <> session_id() "
            + "and executing_statement is not null and executing_statement_start < dateadd(second, -";

    /** Sessions of the embedded database that move a board. */
    private static final Set<Integer> UNHURRIED = ConcurrentHashMap.newKeySet();

    private CaseDatabase() {
    }

    /** What is done as the owner. */
    @FunctionalInterface
    public interface Preparation {
        void on(Connection owner) throws SQLException;
    }

    /** The database as the application works on it. */
    public static DataSource asApplication() {
        return lookUp(AS_APPLICATION);
    }

    /** The database as its owner, for making tables. Row-level security binds the owner too. */
    public static DataSource asOwner() {
        return lookUp(AS_OWNER);
    }

    /** @throws IllegalStateException where the server has no such data source */
    private static DataSource lookUp(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException e) {
            throw new IllegalStateException("The server knows no data source " + name, e);
        }
    }

    /** Whether rows are walled by the database itself. */
    public static boolean isWalled(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }

    /**
     * Says for the rest of the connection's transaction whose rows may be seen; without it none can. Where the database
     * knows no row-level security nothing happens.
     *
     * @param board slug, or {@link BoardResolver#NO_BOARD} for what belongs to the installation
     */
    public static void enter(Connection connection, String board) throws SQLException {
        if (isWalled(connection)) {
            try (PreparedStatement scope = connection.prepareStatement("select set_config('probity.board', ?, true)")) {
                scope.setString(1, board);
                scope.execute();
            }
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
     * Does as the owner what only one server may do at a time: where several start together on one PostgreSQL, the
     * others wait until it is done. The embedded database is never shared.
     */
    public static void alone(Preparation work) throws SQLException {
        alone(asOwner(), work);
    }

    static void alone(DataSource database, Preparation work) throws SQLException {
        try (Connection owner = database.getConnection()) {
            if (!isWalled(owner)) {
                work.on(owner);
                return;
            }
            lock(owner, "pg_advisory_lock");
            try {
                work.on(owner);
            } finally {
                lock(owner, "pg_advisory_unlock");
            }
        }
    }

    private static void lock(Connection owner, String function) throws SQLException {
        try (PreparedStatement lock = owner.prepareStatement("select " + function + "(?)")) {
            lock.setLong(1, STARTING);
            lock.execute();
        }
    }
}

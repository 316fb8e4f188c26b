package org.probity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves each class of tests the database as {@link TestDatabase} makes it, whichever classes ran before it in this process:
 * their order and their share of the processes differ from machine to machine. JUnit finds it by {@code META-INF/services}.
 */
public final class CleanDatabase implements AfterAllCallback {

    private static final List<String> FROM_MIGRATIONS = new ArrayList<>();
    /** Its own properties and the processes that are deployed, which are put there once with its tables. */
    private static final Predicate<String> OF_THE_ENGINE_ITSELF = Pattern.compile("ACT_(GE|RE)_.*").asMatchPredicate();
    private static DataSource used;

    /** From now on, whatever else comes into these tables goes with the class that put it there. */
    static synchronized void startFrom(DataSource migrated) throws SQLException {
        try (Connection connection = migrated.getConnection()) {
            FROM_MIGRATIONS.addAll(filled(connection));
        }
        used = migrated;
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        boolean nested = context.getParent().flatMap(ExtensionContext::getTestClass).isPresent();
        if (!nested) {
            clean();
        }
    }

    private static synchronized void clean() throws SQLException {
        if (used == null) {
            return;
        }
        try (Connection connection = used.getConnection(); Statement statement = connection.createStatement()) {
            List<String> tables = filled(connection);
            tables.removeAll(FROM_MIGRATIONS);
            tables.removeIf(OF_THE_ENGINE_ITSELF);
            statement.execute("set referential_integrity false");
            for (String table : tables) {
                statement.execute(table.equals("BOARD") ? "delete from board where slug not in (" + TestDatabase.BOARDS + ")"
                        : "truncate table \"" + table + '"');
            }
            statement.execute("set referential_integrity true");
        }
    }

    private static List<String> filled(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'"
                        + " and row_count_estimate > 0")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}

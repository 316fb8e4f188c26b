package org.probity.tenancy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;

/** A database of its own, of either make, at any version. Its rows need not name others that are there. */
final class EmptyDatabase implements AutoCloseable {

    /** Of either make. */
    enum Make { H2, POSTGRESQL }

    private static EmbeddedPostgres postgres;
    private static int databases;

    private final Make make;
    private final DataSource source;
    private Connection connection;
    private int next = 1000;

    EmptyDatabase(Make make) throws IOException, SQLException {
        this.make = make;
        this.source = make == Make.POSTGRESQL ? onOneServer() : embedded();
    }

    /** The server goes when the tests do. */
    private static synchronized DataSource onOneServer() throws IOException, SQLException {
        postgres = postgres == null ? EmbeddedPostgres.builder().start() : postgres;
        String name = "empty" + databases++;
        try (Connection superuser = postgres.getPostgresDatabase().getConnection();
                PreparedStatement create = superuser.prepareStatement("create database " + name)) {
            create.execute();
        }
        return postgres.getDatabase("postgres", name);
    }

    private static DataSource embedded() {
        JdbcDataSource embedded = new JdbcDataSource();
        embedded.setURL("jdbc:h2:mem:empty" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return embedded;
    }

    /** @param version null for the newest */
    EmptyDatabase migrate(String version) throws SQLException {
        FluentConfiguration migrations = Migrations.on(source, make == Make.POSTGRESQL);
        (version == null ? migrations : migrations.target(version)).load().migrate();
        if (connection == null) {
            connection = source.getConnection();
            execute(make == Make.H2 ? "set referential_integrity false" : "set session_replication_role = replica");
        }
        return this;
    }

    /** Another session, in a transaction, that waits a moment at most for what others hold. */
    Connection session() throws SQLException {
        Connection session = source.getConnection();
        session.setAutoCommit(false);
        try (PreparedStatement statement = session.prepareStatement(make == Make.H2 ? "set lock_timeout 3000" : "set lock_timeout = 3000")) {
            statement.execute();
        }
        session.commit();
        return session;
    }

    void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** A row with these values, and something wherever else there has to be something. @return its id, where it has one */
    long insert(String table, Map<String, ?> values) throws SQLException {
        Map<String, Object> row = new TreeMap<>(values);
        try (ResultSet columns = connection.getMetaData().getColumns(null, connection.getSchema(), named(table), "%")) {
            while (columns.next()) {
                String name = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                boolean needed = columns.getString("IS_NULLABLE").equals("NO") && columns.getString("COLUMN_DEF") == null;
                if (needed && !row.containsKey(name)) {
                    row.put(name, something(columns.getInt("DATA_TYPE"), columns.getString("TYPE_NAME"), columns.getInt("COLUMN_SIZE")));
                }
            }
        }
        String marks = String.join(", ", row.keySet().stream().map(c -> "?").toList());
        try (PreparedStatement insert = connection.prepareStatement("insert into " + table + " (" + String.join(", ", row.keySet())
                + ") values (" + marks + ")")) {
            int place = 1;
            for (Object value : row.values()) {
                insert.setObject(place++, value);
            }
            insert.executeUpdate();
        }
        return row.get("id") instanceof Number id ? id.longValue() : 0;
    }

    private String named(String table) {
        return make == Make.H2 ? table.toUpperCase(Locale.ROOT) : table;
    }

    private Object something(int type, String typeName, int size) {
        next++;
        return switch (type) {
            case Types.BIGINT -> (long) next;
            case Types.INTEGER -> next;
            case Types.BOOLEAN, Types.BIT -> false;
            case Types.DATE -> java.time.LocalDate.of(2026, 1, 1).plusDays(next);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.now(ZoneOffset.UTC);
            case Types.VARCHAR -> String.valueOf(next).substring(0, Math.min(size, String.valueOf(next).length()));
            default -> throw new IllegalStateException("Nothing to write into a column of type " + typeName);
        };
    }

    /** The rows of a query, the values of each joined by a space. */
    List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql); ResultSet row = query.executeQuery()) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int place = 1; place <= row.getMetaData().getColumnCount(); place++) {
                    values.add(row.getString(place));
                }
                rows.add(String.join(" ", values));
            }
        }
        return rows;
    }

    /** The columns of each unique index of a table, in their order, by the name of the index. */
    Map<String, List<String>> uniqueIndexes(String table) throws SQLException {
        Map<String, List<String>> indexes = new TreeMap<>();
        try (ResultSet row = connection.getMetaData().getIndexInfo(null, connection.getSchema(), named(table), true, true)) {
            while (row.next()) {
                indexes.computeIfAbsent(row.getString("INDEX_NAME").toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT).replace("\"", ""));
            }
        }
        return indexes;
    }

    List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = connection.getMetaData().getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

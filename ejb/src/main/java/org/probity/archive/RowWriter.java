package org.probity.archive;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the lines of an archive as rows of one board. */
final class RowWriter {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int BATCH = 200;

    private final Connection connection;
    private final String board;
    private final Map<String, String> ids;
    private final AccountWriter accounts;
    private long highest;

    /** Takes one line. */
    interface Each {
        void take(JsonObject line) throws IOException, SQLException;
    }

    /** Shows every line of an entry. */
    interface Lines {
        void to(Each each) throws IOException, SQLException;
    }

    RowWriter(Connection connection, String board, Map<String, String> ids, AccountWriter accounts) {
        this.connection = connection;
        this.board = board;
        this.ids = ids;
        this.accounts = accounts;
    }

    static JsonObject parsed(String line) {
        try (JsonReader reader = JSON.createReader(new StringReader(line))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw ArchiveReader.damaged();
        }
    }

    /** The highest number used as an id so far. */
    long highest() {
        return highest;
    }

    void insert(Table table, Lines lines) throws IOException, SQLException {
        List<Table.Column> columns = table.columns();
        String sql = "insert into " + table.quoted() + " (" + columns.stream().map(Table.Column::quoted).collect(Collectors.joining(", "))
                + ") values (" + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
        inBatches(sql, lines, (statement, line) -> {
            check(table, line);
            for (int i = 0; i < columns.size(); i++) {
                write(statement, i + 1, table, columns.get(i), line);
            }
        });
    }

    /** Rows of a table that name each other are linked once all of them are there. */
    void link(Table table, Lines lines) throws IOException, SQLException {
        List<Table.Column> links = table.selfLinks();
        List<Table.Column> places = new ArrayList<>(links);
        places.addAll(table.key().stream().map(table::column).toList());
        String sql = "update " + table.quoted() + " set " + equal(links, ", ") + " where " + equal(places.subList(links.size(),
                places.size()), " and ") + " and " + table.column(Belongings.owner(table)).quoted() + " = ?";
        inBatches(sql, lines, (statement, line) -> {
            for (int i = 0; i < places.size(); i++) {
                places.get(i).kind().write(statement, i + 1, line.get(places.get(i).name()));
            }
            statement.setString(places.size() + 1, board);
        });
    }

    private static String equal(List<Table.Column> columns, String between) {
        return columns.stream().map(c -> c.quoted() + " = ?").collect(Collectors.joining(between));
    }

    /** Puts the content of a file into its row. @throws org.probity.kernel.Refusal STATE where there is no such row */
    void content(Table table, String name, byte[] bytes) throws SQLException {
        Table.Column content = table.columns().stream().filter(c -> Belongings.isContent(table, c)).findFirst().orElseThrow();
        Table.Column named = table.column(Belongings.contentName(table));
        try (PreparedStatement update = connection.prepareStatement("update " + table.quoted() + " set " + content.quoted()
                + " = ? where " + named.quoted() + " = ?")) {
            update.setBytes(1, bytes);
            named.kind().write(update, 2, named.kind() == Kind.NUMBER ? JSON.createValue(Long.parseLong(name)) : JSON.createValue(name));
            if (update.executeUpdate() != 1) {
                throw ArchiveReader.damaged();
            }
        }
    }

    private interface Filling {
        void fill(PreparedStatement statement, JsonObject line) throws SQLException;
    }

    private void inBatches(String sql, Lines lines, Filling filling) throws IOException, SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int[] waiting = new int[1];
            lines.to(line -> {
                filling.fill(statement, line);
                statement.addBatch();
                if (++waiting[0] % BATCH == 0) {
                    statement.executeBatch();
                }
            });
            if (waiting[0] % BATCH != 0) {
                statement.executeBatch();
            }
        }
    }

    /** A line brings only columns that travel, and only rows of this board: nobody can write into another with an archive. */
    private void check(Table table, JsonObject line) {
        Set<String> known = table.columns().stream().filter(column -> Belongings.travels(table, column)).map(Table.Column::name).collect(Collectors.toSet());
        boolean engineBytes = Belongings.isEngines(table) && !line.containsKey(Belongings.owner(table));
        if (!known.containsAll(line.keySet()) || !engineBytes && !board.equals(line.getString(Belongings.owner(table), null))) {
            throw ArchiveReader.damaged();
        }
    }

    private void write(PreparedStatement statement, int place, Table table, Table.Column column, JsonObject line) throws SQLException {
        JsonValue value = line.getOrDefault(column.name(), JsonValue.NULL);
        if (value == JsonValue.NULL) {
            if (Belongings.isContent(table, column)) {
                statement.setBytes(place, new byte[0]);
            } else {
                statement.setObject(place, null);
            }
        } else if (Belongings.isNamed(table, column)) {
            statement.setString(place, here(((JsonString) value).getString()));
        } else if (Belongings.isAccount(table, column)) {
            statement.setLong(place, accounts.here(((JsonNumber) value).longValueExact()));
        } else {
            note(column, value);
            column.kind().write(statement, place, value);
        }
    }

    private String here(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw ArchiveReader.damaged();
        }
        return id;
    }

    private void note(Table.Column column, JsonValue value) {
        if (column.name().equals("id") && value instanceof JsonNumber number) {
            highest = Math.max(highest, number.longValueExact());
        }
    }
}

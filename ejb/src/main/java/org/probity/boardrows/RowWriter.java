package org.probity.boardrows;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probity.archivefile.ArchiveReader;
import org.probity.archivefile.Lines;

/** Writes the lines of an archive as rows of one board: every statement says whose. */
public final class RowWriter {

    private static final int BATCH = 200;

    /** Signs of texts in one batch, beyond which no further line goes. */
    private static final long LONGEST_BATCH = 4_000_000;

    private final AllowList allowed = AllowList.get();
    private final Connection connection;
    private final String board;
    private final Map<String, String> ids;
    private final RowCheck check;
    private final AccountWriter accounts;

    /** Shows every line of an entry. */
    public interface EachLine {
        void to(Lines.Each each) throws IOException, SQLException;
    }

    /** @param ids as {@link EngineState#ids()} gives them */
    public RowWriter(Connection connection, String board, Map<String, String> ids, RowCheck check, AccountWriter accounts) {
        this.connection = connection;
        this.board = board;
        this.ids = ids;
        this.check = check;
        this.accounts = accounts;
    }

    public void insert(Table table, EachLine lines) throws IOException, SQLException {
        List<Table.Column> columns = new ArrayList<>(allowed.columns(table));
        columns.addAll(table.columns().stream().filter(column -> allowed.rule(table, column).type() == Rule.Type.CONTENT).toList());
        String sql = "insert into " + table.quoted() + " (" + columns.stream().map(Table.Column::quoted).collect(Collectors.joining(", "))
                + ") values (" + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
        inBatches(sql, lines, (statement, line) -> {
            require(check.fits(table, line));
            for (int i = 0; i < columns.size(); i++) {
                write(statement, i + 1, table, columns.get(i), line);
            }
        });
    }

    /** Rows of a table that name each other are linked once all of them are there. */
    public void link(Table table, EachLine lines) throws IOException, SQLException {
        List<Table.Column> links = table.selfLinks();
        require(!links.isEmpty());
        List<Table.Column> places = new ArrayList<>(links);
        places.addAll(table.key().stream().map(table::column).toList());
        String sql = "update " + table.quoted() + " set " + equal(links, ", ") + " where " + equal(places.subList(links.size(),
                places.size()), " and ") + " and " + table.column(BoardTables.owner(table)).quoted() + " = ?";
        inBatches(sql, lines, (statement, line) -> {
            require(check.links(table, line));
            for (int i = 0; i < places.size(); i++) {
                places.get(i).kind().write(statement, i + 1, line.get(places.get(i).name()));
            }
            statement.setString(places.size() + 1, board);
        });
    }

    private static String equal(List<Table.Column> columns, String between) {
        return columns.stream().map(c -> c.quoted() + " = ?").collect(Collectors.joining(between));
    }

    private interface Filling {
        void fill(PreparedStatement statement, JsonObject line) throws SQLException;
    }

    private void inBatches(String sql, EachLine lines, Filling filling) throws IOException, SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Batch batch = new Batch();
            lines.to(line -> {
                filling.fill(statement, line);
                statement.addBatch();
                if (batch.isFullWith(line)) {
                    execute(statement);
                }
            });
            if (batch.waiting > 0) {
                execute(statement);
            }
        }
    }

    /** What waits to be written. */
    private static final class Batch {

        private int waiting;
        private long signs;

        /** @return whether it is to be written now; then the next one begins */
        boolean isFullWith(JsonObject line) {
            waiting++;
            line.values().forEach(value -> signs += value instanceof JsonString text ? text.getChars().length() : 0);
            boolean full = waiting >= BATCH || signs >= LONGEST_BATCH;
            if (full) {
                waiting = 0;
                signs = 0;
            }
            return full;
        }
    }

    /** Each line is one row that was not there, or that was and is this board's. */
    private static void execute(PreparedStatement statement) throws SQLException {
        for (int changed : statement.executeBatch()) {
            require(changed == 1 || changed == Statement.SUCCESS_NO_INFO);
        }
    }

    private void write(PreparedStatement statement, int place, Table table, Table.Column column, JsonObject line) throws SQLException {
        JsonValue value = line.getOrDefault(column.name(), JsonValue.NULL);
        Rule rule = allowed.rule(table, column);
        if (rule.type() == Rule.Type.CONTENT) {
            statement.setBytes(place, new byte[0]);
        } else if (value == JsonValue.NULL) {
            statement.setObject(place, null);
        } else {
            switch (rule.type()) {
                case DEFINITION -> statement.setString(place, here(((JsonString) value).getString()));
                case PERSON -> statement.setLong(place, accounts.known(((JsonNumber) value).longValueExact()));
                case ACCOUNT -> statement.setLong(place, accounts.here(((JsonNumber) value).longValueExact()));
                case ID -> statement.setLong(place, accounts.row(((JsonNumber) value).longValueExact()));
                default -> column.kind().write(statement, place, value);
            }
        }
    }

    private String here(String name) {
        require(ids.containsKey(name));
        return ids.get(name);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw ArchiveReader.damaged();
        }
    }
}

package org.probity.archive;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.probity.archivefile.ArchiveReader;
import org.probity.archivefile.ArchiveWriter;
import org.probity.archivefile.Manifest;
import org.probity.archivefile.Measures;
import org.probity.boardrows.AccountWriter;
import org.probity.boardrows.AllowList;
import org.probity.boardrows.ArchiveTransaction;
import org.probity.boardrows.AuditHeads;
import org.probity.boardrows.BoardContents;
import org.probity.boardrows.BoardLinks;
import org.probity.boardrows.BoardTables;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.EngineRows;
import org.probity.boardrows.EngineState;
import org.probity.boardrows.RowCheck;
import org.probity.boardrows.Rule;
import org.probity.boardrows.Table;
import org.probity.boardrows.Versions;
import org.probity.documents.DamagedContent;
import org.probity.kernel.Refusal;

/** Writes everything of one board as it is at one moment. */
public final class BoardExport {

    static final String ACCOUNTS = "accounts.jsonl";
    static final String TABLES = "tables/";
    static final String LINKS = "links/";

    private static final JsonProvider JSON = JsonProvider.provider();

    /** Rows the database hands over at a time, some as long as two million signs; of files one, so that one at most is in memory. */
    private static final int ROWS = 20;

    private final ArchiveTransaction archiveTransaction;
    private final String board;
    private final Map<String, String> names;
    private final Catalogue catalogue;
    private final AllowList allowed = AllowList.get();
    private final List<BoardTables.Part> parts;
    private final BoardContents contents;
    private final RowCheck check;
    private final List<Manifest.Lines> written = new ArrayList<>();
    private final Set<String> processes = new TreeSet<>();
    private long files;

    /** @param archiveTransaction a still one, so that all is of one moment */
    public BoardExport(ArchiveTransaction archiveTransaction, String board, EngineState engine) throws SQLException {
        this.archiveTransaction = archiveTransaction;
        this.board = board;
        this.names = engine.names();
        this.catalogue = Catalogue.of(archiveTransaction.enter(board));
        this.parts = catalogue.travelling();
        this.contents = archiveTransaction.contents(board);
        this.check = new RowCheck(board, new EngineRows(engine.steps(), Set.copyOf(names.values())));
    }

    /**
     * Writes everything but the manifest, which it returns.
     *
     * @param checkpointKeys for the manifest
     * @throws Refusal STATE where the board holds something that no archive may bring, or more: it could not be restored
     */
    public Manifest write(ArchiveWriter archive, Instant now, List<String> checkpointKeys) throws IOException, SQLException {
        Set<Long> accounts = accounts();
        archiveTransaction.enter(ArchiveTransaction.INSTALLATION);
        lines(archive, ACCOUNTS, out -> writeAccounts(out, accounts));
        archiveTransaction.enter(board);
        requireFit(new BoardLinks(archiveTransaction.connection(), catalogue, board).broken());
        requireFit(contents.broken());
        for (BoardTables.Part part : parts) {
            lines(archive, TABLES + part.name() + ".jsonl", out -> writeRows(part, allowed.columns(part.table()), "",
                    line -> check.fits(part.table(), line), out));
        }
        for (BoardTables.Part part : parts) {
            writeLinks(archive, part);
            writeFiles(archive, part);
        }
        return manifest(now, checkpointKeys, archive.contents());
    }

    private static void requireFit(Optional<String> unfit) {
        unfit.ifPresent(what -> {
            throw Refusal.state("archive.refused.unfit", what);
        });
    }

    private interface Writing {
        public long write(OutputStream out) throws IOException, SQLException;
    }

    private void lines(ArchiveWriter archive, String entry, Writing content) throws IOException, SQLException {
        long[] count = new long[1];
        String print = archive.add(entry, out -> count[0] = content.write(out));
        written.add(new Manifest.Lines(entry, count[0], print));
    }

    /** Everybody whose way in a row of the board names. They are people, some thousands at most. */
    private Set<Long> accounts() throws SQLException {
        Set<Long> accounts = new TreeSet<>();
        for (BoardTables.Part part : parts) {
            for (String link : BoardTables.accountLinks(part.table())) {
                String column = part.table().column(link).quoted();
                try (PreparedStatement select = select("select distinct " + column + " from " + part.table().quoted() + " where "
                        + part.where() + " and " + column + " is not null", part.slugs()); ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        accounts.add(rows.getLong(1));
                    }
                }
            }
        }
        return accounts;
    }

    private long writeAccounts(OutputStream out, Set<Long> ids) throws IOException, SQLException {
        Table table = catalogue.table(BoardTables.ACCOUNT);
        List<Table.Column> columns = table.columns().stream().filter(c -> BoardTables.OF_ACCOUNT.contains(c.name())).toList();
        try (PreparedStatement select = archiveTransaction.enter(ArchiveTransaction.INSTALLATION).prepareStatement("select " + list(columns) + " from "
                + table.quoted() + " where " + table.quotedKey() + " = ?")) {
            for (Long id : ids) {
                select.setLong(1, id);
                writeAll(select, table, columns, AccountWriter::fits, out);
            }
        }
        return ids.size();
    }

    private void writeLinks(ArchiveWriter archive, BoardTables.Part part) throws IOException, SQLException {
        List<Table.Column> links = part.table().selfLinks();
        if (!links.isEmpty()) {
            List<Table.Column> columns = new ArrayList<>(part.table().key().stream().map(part.table()::column).toList());
            columns.addAll(links);
            String linked = links.stream().map(c -> c.quoted() + " is not null").collect(Collectors.joining(" or ", " and (", ")"));
            lines(archive, LINKS + part.name() + ".jsonl", out -> writeRows(part, columns, linked, line -> check.links(part.table(), line), out));
        }
    }

    private long writeRows(BoardTables.Part part, List<Table.Column> columns, String condition, Predicate<JsonObject> fits, OutputStream out)
            throws IOException, SQLException {
        try (PreparedStatement select = select("select " + list(columns) + " from " + part.table().quoted() + " where "
                + part.where() + condition + " order by " + part.table().quotedKey(), part.slugs())) {
            select.setFetchSize(ROWS);
            return writeAll(select, part.table(), columns, fits, out);
        }
    }

    private long writeAll(PreparedStatement select, Table table, List<Table.Column> columns, Predicate<JsonObject> fits, OutputStream out)
            throws IOException, SQLException {
        long count = 0;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                JsonObject line = line(rows, table, columns);
                requireFit(fits.test(line) ? Optional.empty() : Optional.of(table.name() + " " + line.get(table.key().get(0))));
                byte[] text = line.toString().getBytes(StandardCharsets.UTF_8);
                Measures.USUAL.within(out, Measures.USUAL.line()).write(text, 0, text.length);
                out.write('\n');
                count++;
            }
        }
        return count;
    }

    /** What is null is left out. */
    private JsonObject line(ResultSet rows, Table table, List<Table.Column> columns) throws SQLException {
        JsonObjectBuilder line = JSON.createObjectBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Table.Column column = columns.get(i);
            JsonValue value = column.kind().read(rows, i + 1);
            if (value != JsonValue.NULL) {
                line.add(column.name(), isNamed(table, column) ? named((JsonString) value) : value);
            }
        }
        return line.build();
    }

    private boolean isNamed(Table table, Table.Column column) {
        return BoardTables.isEngines(table) && allowed.rule(table, column).type() == Rule.Type.DEFINITION;
    }

    private JsonValue named(JsonString id) {
        String name = names.get(id.getString());
        if (name == null) {
            throw new IllegalStateException("The engine does not know what a row points at: " + id);
        }
        processes.add(name);
        return JSON.createValue(name);
    }

    private void writeFiles(ArchiveWriter archive, BoardTables.Part part) throws IOException, SQLException {
        Table table = part.table();
        if (BoardTables.contentName(table) != null) {
            String named = table.column(BoardTables.contentName(table)).quoted();
            String content = allowed.content(table).quoted();
            try (PreparedStatement select = select("select " + named + ", " + content + " from " + table.quoted() + " where "
                    + part.where() + " and " + content + " is not null order by " + named, part.slugs())) {
                select.setFetchSize(1);
                writeFiles(archive, table, select);
            }
        }
    }

    private void writeFiles(ArchiveWriter archive, Table table, PreparedStatement select) throws IOException, SQLException {
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                try (InputStream bytes = rows.getBinaryStream(2)) {
                    archive.add(ArchiveReader.FILES + table.name() + "/" + rows.getString(1), content(table, rows.getLong(1), bytes));
                }
                files++;
            }
        }
    }

    private ArchiveWriter.Content content(Table table, long document, InputStream kept) {
        return out -> {
            try (InputStream plain = contents.plain(document, kept)) {
                plain.transferTo(Measures.USUAL.within(out, Measures.USUAL.content()));
            } catch (DamagedContent e) {
                requireFit(Optional.of(table.name() + " " + document));
            }
        };
    }

    private PreparedStatement select(String sql, int slugs) throws SQLException {
        PreparedStatement select = archiveTransaction.connection().prepareStatement(sql);
        for (int place = 1; place <= slugs; place++) {
            select.setString(place, board);
        }
        return select;
    }

    private static String list(List<Table.Column> columns) {
        return columns.stream().map(Table.Column::quoted).collect(Collectors.joining(", "));
    }

    private Manifest manifest(Instant now, List<String> checkpointKeys, String contents) throws SQLException {
        Versions versions = Versions.of(catalogue);
        return new Manifest(Manifest.FORMAT, versions.release(), versions.schema(), versions.engine(), board, boardName(), now,
                written, files, BoardTables.left(catalogue), List.copyOf(processes), AuditHeads.of(archiveTransaction.enter(board), catalogue, board),
                checkpointKeys, contents);
    }

    private String boardName() throws SQLException {
        Table table = catalogue.table(BoardTables.BOARD);
        try (PreparedStatement select = select("select " + table.column("name").quoted() + " from " + table.quoted() + " where "
                + table.column("slug").quoted() + " = ?", 1); ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}

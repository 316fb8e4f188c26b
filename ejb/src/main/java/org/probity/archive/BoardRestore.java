package org.probity.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.kernel.Refusal;

/**
 * Puts a board back. The archive is read twice: first to see that it is whole and fits this installation, then to write
 * it; what the second reading writes becomes true at once, or not at all.
 */
final class BoardRestore {

    /** SQL states: a key that is there already; any other rule of the tables broken; a value that does not fit. */
    private static final String TAKEN = "23505";
    private static final String BROKEN = "23";
    private static final String UNFIT = "22";

    private final Passage passage;
    private final Manifest manifest;
    private final Catalogue catalogue;
    private final Map<String, Table> tables;
    private final RowWriter rows;
    private final AccountWriter accounts;

    /**
     * @param ids as {@link EngineState#ids()} gives them
     * @param accounts to take in the people of the board
     */
    private BoardRestore(Passage passage, Manifest manifest, Map<String, String> ids, AccountWriter accounts) throws SQLException {
        this.passage = passage;
        this.manifest = manifest;
        this.accounts = accounts;
        this.catalogue = accounts.catalogue();
        this.tables = Belongings.of(catalogue).stream().collect(Collectors.toMap(Belongings.Part::name, Belongings.Part::table));
        this.rows = new RowWriter(passage.connection(), manifest.board(), ids, accounts);
    }

    /**
     * What the archive says of itself, once every byte of it has been checked.
     *
     * @throws Refusal STATE where it cannot be opened, is damaged, or does not fit this installation
     */
    static Manifest check(Path file, String identity, Passage passage, Set<String> processes) throws SQLException {
        Manifest manifest = ArchiveReader.read(file, identity, (name, content) -> { });
        passage.enter(Passage.INSTALLATION);
        Catalogue catalogue = Catalogue.of(passage.connection());
        Versions here = Versions.of(catalogue);
        require(manifest.format() == Manifest.FORMAT, "archive.refused.format", manifest.format(), Manifest.FORMAT);
        require(manifest.schema().equals(here.schema()), "archive.refused.schema", manifest.schema(), here.schema());
        require(manifest.engine().equals(here.engine()), "archive.refused.engine", manifest.engine(), here.engine());
        List<String> unknown = manifest.processes().stream().filter(name -> !processes.contains(name))
                .map(name -> name.replaceFirst("/.*", "")).distinct().toList();
        require(unknown.isEmpty(), "archive.refused.processes", String.join(", ", unknown));
        passage.enter(manifest.board());
        require(!exists(passage, catalogue.table(Belongings.BOARD), manifest.board()), "archive.refused.boardExists", manifest.board());
        return manifest;
    }

    private static void require(boolean holds, String key, Object... args) {
        if (!holds) {
            throw Refusal.state(key, args);
        }
    }

    private static boolean exists(Passage passage, Table table, String board) throws SQLException {
        try (PreparedStatement select = passage.connection().prepareStatement("select 1 from " + table.quoted() + " where "
                + table.column("slug").quoted() + " = ?")) {
            select.setString(1, board);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * Writes it all, without making it true yet.
     *
     * @return the highest id it brought along
     * @throws Refusal STATE where an id or a name is taken here, or the file is another than the one checked
     */
    static long write(Path file, String identity, Passage passage, Manifest checked, Map<String, String> ids, AccountWriter accounts)
            throws SQLException {
        try {
            BoardRestore restore = new BoardRestore(passage, checked, ids, accounts);
            Manifest read = ArchiveReader.read(file, identity, restore::visit);
            require(read.equals(checked) && restore.head().equals(checked.audit()), "archive.refused.damaged");
            return restore.rows.highest();
        } catch (SQLException e) {
            throw explained(e);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw ArchiveReader.damaged();
        }
    }

    private Manifest.AuditHead head() throws SQLException {
        return AuditHeads.of(passage.enter(manifest.board()), catalogue, manifest.board());
    }

    private static SQLException explained(SQLException failed) {
        SQLException cause = failed instanceof BatchUpdateException && failed.getNextException() != null ? failed.getNextException() : failed;
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (state.equals(TAKEN)) {
            throw Refusal.state("archive.refused.taken");
        }
        if (state.startsWith(BROKEN) || state.startsWith(UNFIT)) {
            throw ArchiveReader.damaged();
        }
        return failed;
    }

    private void visit(String name, InputStream content) throws IOException, SQLException {
        if (name.equals(BoardExport.ACCOUNTS)) {
            passage.enter(Passage.INSTALLATION);
            eachLine(content, accounts::take);
            passage.enter(manifest.board());
        } else if (name.startsWith(BoardExport.TABLES)) {
            rows.insert(table(name, BoardExport.TABLES), each -> eachLine(content, each));
        } else if (name.startsWith(BoardExport.LINKS)) {
            rows.link(table(name, BoardExport.LINKS), each -> eachLine(content, each));
        } else if (name.startsWith(ArchiveReader.FILES)) {
            file(name.substring(ArchiveReader.FILES.length()), content);
        } else {
            throw ArchiveReader.damaged();
        }
    }

    /** Names in an archive are only ever looked up. */
    private Table table(String entry, String folder) {
        Table table = tables.get(entry.substring(folder.length()).replaceFirst("\\.jsonl$", ""));
        if (table == null) {
            throw ArchiveReader.damaged();
        }
        return table;
    }

    private void file(String name, InputStream content) throws IOException, SQLException {
        int slash = name.indexOf('/');
        Table table = slash < 0 ? null : tables.get(name.substring(0, slash));
        if (table == null || Belongings.contentName(table) == null) {
            throw ArchiveReader.damaged();
        }
        rows.content(table, name.substring(slash + 1), content.readAllBytes());
    }

    private static void eachLine(InputStream content, RowWriter.Each each) throws IOException, SQLException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            each.take(RowWriter.parsed(line));
        }
    }
}

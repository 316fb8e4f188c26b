package org.probity.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import org.probity.archivefile.ArchiveReader;
import org.probity.archivefile.Lines;
import org.probity.archivefile.Manifest;
import org.probity.archivefile.Measures;
import org.probity.archivefile.Trust;
import org.probity.boardrows.AccountWriter;
import org.probity.boardrows.ArchiveTransaction;
import org.probity.boardrows.AuditHeads;
import org.probity.boardrows.BoardContents;
import org.probity.boardrows.BoardLinks;
import org.probity.boardrows.BoardProof;
import org.probity.boardrows.BoardTables;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.EngineRows;
import org.probity.boardrows.EngineState;
import org.probity.boardrows.RowCheck;
import org.probity.boardrows.RowWriter;
import org.probity.boardrows.Table;
import org.probity.boardrows.Versions;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;

/**
 * Puts a board back. The archive is read twice: first to see that it is whole and fits this installation, then to write
 * it; what the second reading writes becomes true at once, or not at all.
 */
public final class BoardRestore {

    /** SQL states: a key that is there already; any other rule of the tables broken; a value that does not fit. */
    private static final String TAKEN = "23505";
    private static final String BROKEN = "23";
    private static final String UNFIT = "22";

    private static final String DAMAGED = "archive.refused.damaged";

    private final ArchiveTransaction archiveTransaction;
    private final Manifest manifest;
    private final Catalogue catalogue;
    private final List<Table> order;
    private final RowWriter rows;
    private final BoardContents contents;
    private final AccountWriter accounts;
    private int place;

    /** Looks at what a connection holds of a board. */
    public interface Proving {
        BoardProof of(Connection connection, String board);
    }

    private BoardRestore(ArchiveTransaction archiveTransaction, Manifest manifest, EngineState engine, AccountWriter accounts) throws SQLException {
        this.archiveTransaction = archiveTransaction;
        this.manifest = manifest;
        this.accounts = accounts;
        this.catalogue = accounts.catalogue();
        this.order = catalogue.travelling().stream().map(BoardTables.Part::table).toList();
        this.contents = archiveTransaction.contents(manifest.board());
        RowCheck check = new RowCheck(manifest.board(), new EngineRows(engine.steps(), engine.ids().keySet()));
        this.rows = new RowWriter(archiveTransaction.connection(), manifest.board(), engine.ids(), check, accounts);
    }

    /**
     * What the archive says of itself, once every byte of it has been checked.
     *
     * @param numbers is shown what the archive brings
     * @throws Refusal STATE where it cannot be opened, is damaged, was written by somebody who is not trusted, or does not fit
     *         this installation
     */
    public static ArchiveReader.Read check(Path file, String identity, Trust trust, ArchiveTransaction archiveTransaction, Catalogue catalogue, EngineState engine,
            HighestId numbers) throws SQLException {
        ArchiveReader.Read read = ArchiveReader.read(file, identity, trust, Measures.USUAL, numbers);
        Manifest manifest = read.manifest();
        archiveTransaction.enter(ArchiveTransaction.INSTALLATION);
        Versions here = Versions.of(catalogue);
        require(manifest.format() == Manifest.FORMAT, "archive.refused.format", manifest.format(), Manifest.FORMAT);
        require(manifest.schema().equals(here.schema()), "archive.refused.schema", manifest.schema(), here.schema());
        require(manifest.engine().equals(here.engine()), "archive.refused.engine", manifest.engine(), here.engine());
        List<String> unknown = manifest.processes().stream().filter(name -> !engine.ids().containsKey(name))
                .map(name -> name.replaceFirst("/.*", "")).distinct().toList();
        require(unknown.isEmpty(), "archive.refused.processes", String.join(", ", unknown));
        archiveTransaction.admit(manifest.board());
        require(!Board.RESERVED.contains(manifest.board()) && !exists(archiveTransaction, catalogue.table(BoardTables.BOARD), manifest.board()),
                "archive.refused.boardExists", manifest.board());
        return read;
    }

    private static void require(boolean holds, String key, Object... args) {
        if (!holds) {
            throw Refusal.state(key, args);
        }
    }

    private static boolean exists(ArchiveTransaction archiveTransaction, Table table, String board) throws SQLException {
        try (PreparedStatement select = archiveTransaction.connection().prepareStatement("select 1 from " + table.quoted() + " where "
                + table.column("slug").quoted() + " = ?")) {
            select.setString(1, board);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    /**
     * Writes it all, without making it true yet. New ids are to be beyond those it brings by then: who inserts one of them waits.
     *
     * @param checked what {@link #check} found
     * @param proving to see the board as the application will
     * @throws Refusal STATE where an id or a name is taken here, a row is none that this board may have, its audit is not whole or goes on here, or
     *         the file is another than the one checked
     */
    public static void write(Path file, String identity, Trust trust, ArchiveTransaction archiveTransaction, ArchiveReader.Read checked, EngineState engine,
            AccountWriter accounts, Proving proving) throws SQLException {
        try {
            BoardRestore restore = new BoardRestore(archiveTransaction, checked.manifest(), engine, accounts);
            ArchiveReader.Read read = ArchiveReader.read(file, identity, trust, Measures.USUAL, restore::visit);
            require(read.manifest().equals(checked.manifest()), DAMAGED);
            restore.prove(proving);
            restore.noteForeignEntries();
            accounts.ask(checked.manifest().board());
        } catch (SQLException e) {
            throw explained(e);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException | DateTimeException e) {
            throw ArchiveReader.damaged();
        }
    }

    private void prove(Proving proving) throws SQLException {
        archiveTransaction.enter(ArchiveTransaction.INSTALLATION);
        require(isAlone() && !isKept(), "archive.refused.taken");
        require(!isBehind(), "archive.refused.older");
        Connection connection = archiveTransaction.enter(manifest.board());
        require(AuditHeads.of(connection, catalogue, manifest.board()).is(manifest.audit()), DAMAGED);
        require(new BoardLinks(connection, catalogue, manifest.board()).broken().isEmpty(), DAMAGED);
        require(contents.broken().isEmpty(), DAMAGED);
        BoardProof proof = proving.of(connection, manifest.board());
        require(proof.isReadable(), DAMAGED);
        require(proof.isNewest(manifest.audit()), "archive.refused.older");
        require(proof.isAuditWhole(manifest.audit(), manifest.checkpointKeys()), "archive.refused.audit");
        require(accounts.isOwn() || proof.isOfThePast(manifest.at(), manifest.audit()), "archive.refused.audit");
        require(accounts.isOwn() || proof.isEndSigned(manifest.audit(), manifest.checkpointKeys()), "archive.refused.audit");
        archiveTransaction.enter(ArchiveTransaction.INSTALLATION);
        proof.keepKeys(manifest.checkpointKeys());
    }

    /** The numbers of accounts in them are sealed, and stay. */
    private void noteForeignEntries() throws SQLException {
        if (!accounts.isOwn()) {
            Table chain = catalogue.table("audit_chain");
            try (PreparedStatement update = archiveTransaction.enter(manifest.board()).prepareStatement("update " + chain.quoted() + " set "
                    + chain.column("came_along").quoted() + " = " + chain.column("last_seq").quoted() + " where " + chain.column("board").quoted() + " = ?")) {
                update.setString(1, manifest.board());
                update.executeUpdate();
            }
        }
    }

    /** Cases are told apart by what their numbers begin with, too. */
    private boolean isAlone() throws SQLException {
        Table boards = catalogue.table(BoardTables.BOARD);
        String prefix = boards.column("prefix").quoted();
        String slug = boards.column("slug").quoted();
        try (PreparedStatement select = archiveTransaction.connection().prepareStatement("select 1 from " + boards.quoted() + " b join " + boards.quoted()
                + " o on o." + prefix + " = b." + prefix + " and o." + slug + " <> b." + slug + " where b." + slug + " = ?")) {
            select.setString(1, manifest.board());
            try (ResultSet found = select.executeQuery()) {
                return !found.next();
            }
        }
    }

    /** Nor is it one with which another board was wiped here, which may come back. */
    private boolean isKept() throws SQLException {
        Table boards = catalogue.table(BoardTables.BOARD);
        try (PreparedStatement select = archiveTransaction.connection().prepareStatement("select 1 from archive_run r join " + boards.quoted() + " b on b."
                + boards.column("prefix").quoted() + " = r.board_prefix where b." + boards.column("slug").quoted()
                + " = ? and r.slug <> ? and r.kind = 'WIPE' and r.status = 'DONE'")) {
            select.setString(1, manifest.board());
            select.setString(2, manifest.board());
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    /** Whether the board was taken away from here with more done, or with something else done last. */
    private boolean isBehind() throws SQLException {
        try (PreparedStatement select = archiveTransaction.connection().prepareStatement("select 1 from archive_run where slug = ? and kind = 'EXPORT' "
                + "and status = 'DONE' and (audit_seq > ? or audit_seq = ? and audit_hash <> ?)")) {
            select.setString(1, manifest.board());
            select.setLong(2, manifest.audit().seq());
            select.setLong(3, manifest.audit().seq());
            select.setString(4, manifest.audit().hash());
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
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
            require(place == 0, DAMAGED);
            archiveTransaction.enter(ArchiveTransaction.INSTALLATION);
            eachLine(content, accounts::take);
            archiveTransaction.enter(manifest.board());
        } else if (name.startsWith(BoardExport.TABLES)) {
            rows.insert(next(name.substring(BoardExport.TABLES.length())), each -> eachLine(content, each));
        } else if (name.startsWith(BoardExport.LINKS)) {
            rows.link(table(name.substring(BoardExport.LINKS.length()).replaceFirst("\\.jsonl$", "")), each -> eachLine(content, each));
        } else if (name.startsWith(ArchiveReader.FILES)) {
            file(name.substring(ArchiveReader.FILES.length()), content);
        } else {
            throw ArchiveReader.damaged();
        }
    }

    /** Every table stands there once, in the order in which each row comes after those it names. */
    private Table next(String entry) {
        require(place < order.size() && entry.equals(order.get(place).name() + ".jsonl"), DAMAGED);
        return order.get(place++);
    }

    /** Names in an archive are only ever looked up. */
    private Table table(String name) {
        require(place == order.size(), DAMAGED);
        return order.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow(ArchiveReader::damaged);
    }

    private void file(String name, InputStream content) throws IOException, SQLException {
        int slash = name.indexOf('/');
        Table table = table(name.substring(0, slash));
        require(BoardTables.contentName(table) != null, DAMAGED);
        contents.keep(Long.parseLong(name.substring(slash + 1)), ArchiveReader.whole(content, Measures.USUAL.content()), accounts::newId);
    }

    private static void eachLine(InputStream content, Lines.Each each) throws IOException, SQLException {
        Lines.each(content, Measures.USUAL.line(), each);
    }
}

package org.probity.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.probity.archivefile.ArchiveWriter;
import org.probity.archivefile.Manifest;
import org.probity.boardrows.ArchiveTransaction;
import org.probity.boardrows.BoardTables;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.EngineState;
import org.probity.boardrows.Table;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CaseDatabase;

/**
 * Removes everything of one board and nothing else, once an archive holds exactly what is removed. Where anything of the
 * board changes meanwhile, the database refuses the whole.
 */
public final class BoardWipe {

    private final ArchiveTransaction archiveTransaction;
    private final String board;
    private final Catalogue catalogue;
    private final List<BoardTables.Part> parts;

    private BoardWipe(ArchiveTransaction archiveTransaction, String board) throws SQLException {
        this.archiveTransaction = archiveTransaction;
        this.board = board;
        this.catalogue = Catalogue.of(archiveTransaction.enterToWipe(board));
        this.parts = BoardTables.of(catalogue);
    }

    /**
     * Removes it, without making that true yet.
     *
     * @param archiveTransaction a still one
     * @param contents of the archive there is, as its manifest gives it
     * @return what it was when it was removed
     * @throws Refusal STATE where the board is no longer what that archive holds
     */
    public static Manifest remove(ArchiveTransaction archiveTransaction, String board, EngineState engine, String contents) throws IOException, SQLException {
        try (ArchiveWriter nowhere = new ArchiveWriter(OutputStream.nullOutputStream(), 0)) {
            Manifest now = new BoardExport(archiveTransaction, board, engine).write(nowhere, Instant.EPOCH, List.of());
            if (!now.contents().equals(contents)) {
                throw Refusal.state("archive.refused.changedSince");
            }
            new BoardWipe(archiveTransaction, board).remove();
            return now;
        }
    }

    private void remove() throws SQLException {
        List<Long> people = people();
        List<String> content = engineContent();
        for (BoardTables.Part part : parts.stream().filter(p -> !p.table().selfLinks().isEmpty()).toList()) {
            execute("update " + part.table().quoted() + " set " + part.table().selfLinks().stream().map(c -> c.quoted() + " = null")
                    .collect(Collectors.joining(", ")) + " where " + part.where(), part.slugs());
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            remove(parts.get(i), content);
        }
        CaseDatabase.dismiss(archiveTransaction.enterToWipe(ArchiveTransaction.INSTALLATION), board);
        removeKeysThatCameAlong();
        for (Long account : people) {
            close(account);
        }
    }

    /** Keys of other installations, which signed checkpoints of the board before it came here. */
    private void removeKeysThatCameAlong() throws SQLException {
        Table keys = catalogue.table("audit_key");
        execute("delete from " + keys.quoted() + " where " + keys.column("of_board").quoted() + " = ?", 1);
    }

    /** The engine's bytes are the board's only as long as a row of the board names them. */
    private void remove(BoardTables.Part part, List<String> content) throws SQLException {
        if (part.slugs() == 1) {
            execute("delete from " + part.table().quoted() + " where " + part.where(), 1);
            return;
        }
        try (PreparedStatement delete = archiveTransaction.connection().prepareStatement("delete from " + part.table().quoted() + " where "
                + part.table().quotedKey() + " = ?")) {
            for (String id : content) {
                delete.setString(1, id);
                delete.executeUpdate();
            }
        }
    }

    private List<String> engineContent() throws SQLException {
        List<String> ids = new ArrayList<>();
        for (BoardTables.Part part : parts.stream().filter(p -> p.slugs() > 1).toList()) {
            try (PreparedStatement select = filled("select " + part.table().quotedKey() + " from " + part.table().quoted()
                    + " where " + part.where(), part.slugs()); ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    /** Members of this board; whether they belong to another too is seen from outside it. */
    private List<Long> people() throws SQLException {
        Table table = catalogue.table("account_board");
        List<Long> people = new ArrayList<>();
        try (PreparedStatement select = filled("select " + table.column("account_id").quoted() + " from " + table.quoted() + " where "
                + table.column("board").quoted() + " = ?", 1); ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                people.add(rows.getLong(1));
            }
        }
        return people;
    }

    /** Closes the account of somebody who belongs nowhere any more; who is still named elsewhere keeps it. */
    private void close(Long account) throws SQLException {
        Connection connection = archiveTransaction.connection();
        if (isNeeded(account)) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            for (Table table : catalogue.all().stream().filter(t -> !BoardTables.isBoards(t)).toList()) {
                for (String link : BoardTables.accountLinks(table)) {
                    execute("delete from " + table.quoted() + " where " + table.column(link).quoted() + " = ?", account);
                }
            }
            Table accounts = catalogue.table(BoardTables.ACCOUNT);
            execute("delete from " + accounts.quoted() + " where " + accounts.column("id").quoted() + " = ?", account);
        } catch (SQLException named) {
            if (!named.getSQLState().startsWith("23")) {
                throw named;
            }
            connection.rollback(before);
        }
    }

    private boolean isNeeded(Long account) throws SQLException {
        Table accounts = catalogue.table(BoardTables.ACCOUNT);
        Table boards = catalogue.table("account_board");
        try (PreparedStatement select = archiveTransaction.connection().prepareStatement("select 1 from " + accounts.quoted() + " a where a."
                + accounts.column("id").quoted() + " = ? and (a." + accounts.column("is_operator").quoted()
                + " or exists (select 1 from " + boards.quoted() + " b where b." + boards.column("account_id").quoted() + " = a."
                + accounts.column("id").quoted() + "))")) {
            select.setLong(1, account);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void execute(String sql, int slugs) throws SQLException {
        try (PreparedStatement statement = filled(sql, slugs)) {
            statement.executeUpdate();
        }
    }

    private void execute(String sql, Long id) throws SQLException {
        try (PreparedStatement statement = archiveTransaction.connection().prepareStatement(sql)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private PreparedStatement filled(String sql, int slugs) throws SQLException {
        PreparedStatement statement = archiveTransaction.connection().prepareStatement(sql);
        for (int place = 1; place <= slugs; place++) {
            statement.setString(place, board);
        }
        return statement;
    }
}

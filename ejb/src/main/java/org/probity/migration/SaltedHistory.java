package org.probity.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.probity.audit.ChainEntry;
import org.probity.audit.Salt;

/**
 * Seals what was kept before entries had salts a second time, each with a salt and with a proof of the hash it had. Nothing is made
 * good by that: what does not fit its earlier hash, its number or an older checkpoint is found afterwards as before.
 */
public class SaltedHistory implements JavaMigration {

    private static final int BATCH = 500;

    private final Map<String, End> ends = new HashMap<>();
    private String sum = "";

    /** The end of a chain, as stored and as it is sealed now. @param now null while its entry has not come by */
    private record End(long seq, String before, String now) {
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("191");
    }

    @Override
    public String getDescription() {
        return "salted history";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        readEnds(connection);
        try (Statement reading = connection.createStatement(); PreparedStatement sealing = connection.prepareStatement(
                "update audit_entry set salt = ?, earlier_proof = ?, previous = ?, hash = ? where id = ?")) {
            ChainEntry last = null;
            try (ResultSet rows = reading.executeQuery("select * from audit_entry order by board, seq")) {
                for (int waiting = 1; rows.next(); waiting++) {
                    last = seal(last, rows, sealing);
                    if (waiting % BATCH == 0) {
                        sealing.executeBatch();
                    }
                }
            }
            sealing.executeBatch();
        }
        writeEnds(connection);
    }

    private void readEnds(Connection connection) throws SQLException {
        try (Statement reading = connection.createStatement();
                ResultSet rows = reading.executeQuery("select board, last_seq, last_hash from audit_chain")) {
            while (rows.next()) {
                ends.put(rows.getString(1), new End(rows.getLong(2), rows.getString(3), null));
            }
        }
    }

    private ChainEntry seal(ChainEntry last, ResultSet row, PreparedStatement sealing) throws SQLException {
        String board = row.getString("board");
        boolean first = last == null || !last.board().equals(board);
        String before = row.getString("hash");
        String salt = Salt.random();
        String proof = Salt.proof(first ? "" : sum, before);
        ChainEntry link = ChainEntry.after(board, row.getLong("seq"), first ? "" : last.hash(), Salt.prefix(salt, proof) + SealedHistory.content(row));
        sum = Salt.sum(first ? "" : sum, link.content());
        sealing.setString(1, salt);
        sealing.setString(2, proof);
        sealing.setString(3, link.previous());
        sealing.setString(4, link.hash());
        sealing.setLong(5, row.getLong("id"));
        sealing.addBatch();
        ends.computeIfPresent(board, (whose, end) -> end.seq() == link.seq() && end.before().equals(before)
                ? new End(end.seq(), before, link.hash()) : end);
        return link;
    }

    /** An end that named no entry, or another than stands there, goes on doing so. */
    private void writeEnds(Connection connection) throws SQLException {
        try (PreparedStatement writing = connection.prepareStatement("update audit_chain set last_hash = ? where board = ?")) {
            for (Map.Entry<String, End> chain : ends.entrySet()) {
                if (chain.getValue().now() != null) {
                    writing.setString(1, chain.getValue().now());
                    writing.setString(2, chain.getKey());
                    writing.executeUpdate();
                }
            }
        }
    }
}

package org.probity.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.probity.audit.AuditEntry;
import org.probity.audit.ChainEntry;

/**
 * Seals what was kept before there were chains, in the order in which it happened. That it had not been touched until then
 * nobody can prove; that it was not touched since, anybody can.
 */
public class SealedHistory implements JavaMigration {

    private static final int BATCH = 500;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("062");
    }

    @Override
    public String getDescription() {
        return "sealed history";
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
        try (Statement reading = connection.createStatement(); PreparedStatement sealing = connection.prepareStatement(
                "update audit_entry set seq = ?, previous = ?, hash = ? where id = ?")) {
            ChainEntry last = null;
            try (ResultSet rows = reading.executeQuery("select * from audit_entry order by board, at_time, id")) {
                for (int waiting = 1; rows.next(); waiting++) {
                    last = seal(last, rows, connection);
                    keep(sealing, last, rows.getLong("id"));
                    if (waiting % BATCH == 0) {
                        sealing.executeBatch();
                    }
                }
            }
            sealing.executeBatch();
            end(connection, last);
        }
    }

    private static ChainEntry seal(ChainEntry last, ResultSet row, Connection connection) throws SQLException {
        String board = row.getString("board");
        if (last != null && last.board().equals(board)) {
            return ChainEntry.after(board, last.seq() + 1, last.hash(), content(row));
        }
        end(connection, last);
        return ChainEntry.after(board, 1, "", content(row));
    }

    private static void keep(PreparedStatement sealing, ChainEntry link, long id) throws SQLException {
        sealing.setLong(1, link.seq());
        sealing.setString(2, link.previous());
        sealing.setString(3, link.hash());
        sealing.setLong(4, id);
        sealing.addBatch();
    }

    private static void end(Connection connection, ChainEntry last) throws SQLException {
        if (last != null) {
            try (PreparedStatement head = connection.prepareStatement("insert into audit_chain (id, board, version, last_seq, last_hash) "
                    + "select coalesce(min(id), 0) - 1, ?, 0, ?, ? from audit_chain")) {
                head.setString(1, last.board());
                head.setLong(2, last.seq());
                head.setString(3, last.hash());
                head.executeUpdate();
            }
        }
    }

    static String content(ResultSet row) throws SQLException {
        Instant at = row.getObject("at_time", OffsetDateTime.class).toInstant();
        return AuditEntry.content(at, row.getObject("account_id", Long.class), row.getString("actor_name"), row.getString("actor_roles"),
                row.getString("act"), row.getString("reference"), row.getString("subject_kind"), row.getObject("subject_id", Long.class),
                row.getString("from_address"), row.getString("channel"), row.getString("before_act"), row.getString("after_act"));
    }
}

package org.probity.boardrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.probity.archivefile.Manifest;

/** Where the audit chain of a board ends; a board that never acted has none yet. */
public final class AuditHeads {

    private AuditHeads() {
    }

    public static Manifest.AuditHead of(Connection connection, Catalogue catalogue, String board) throws SQLException {
        Table chain = catalogue.table("audit_chain");
        try (PreparedStatement select = connection.prepareStatement("select " + chain.column("last_seq").quoted() + ", "
                + chain.column("last_hash").quoted() + " from " + chain.quoted() + " where " + chain.column("board").quoted() + " = ?")) {
            select.setString(1, board);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? new Manifest.AuditHead(rows.getLong(1), rows.getString(2), null) : new Manifest.AuditHead(0, "", null);
            }
        }
    }
}

package org.probity.boardrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.probity.tenancy.CaseDatabase;

/**
 * What an archive and an installation have to have in common.
 *
 * @param release of Probity, for people
 * @param schema highest migration of the database and how many there are, as in {@code 087.33}: they may have run in any order
 * @param engine version of the engine's tables; empty before the engine has made them
 */
public record Versions(String release, String schema, String engine) {

    /** Those of this installation. */
    public static Versions of(Catalogue catalogue) throws SQLException {
        String release = Versions.class.getPackage().getImplementationVersion();
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            return new Versions(release == null ? "" : release, schema(connection, catalogue), engine(connection, catalogue));
        }
    }

    private static String schema(Connection connection, Catalogue catalogue) throws SQLException {
        Table table = catalogue.table("schema_version");
        String version = table.column("version").quoted();
        return first(connection, "select max(" + version + ") || '.' || count(distinct " + version + ") from " + table.quoted());
    }

    private static String engine(Connection connection, Catalogue catalogue) throws SQLException {
        Table table = catalogue.find("act_ge_schema_log").orElse(null);
        return table == null ? "" : first(connection, "select " + table.column("version_").quoted() + " from " + table.quoted() + " order by "
                + table.column("timestamp_").quoted() + " desc, " + table.quotedKey() + " desc");
    }

    private static String first(Connection connection, String select) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select); ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}

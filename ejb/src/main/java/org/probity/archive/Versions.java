package org.probity.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What an archive and an installation have to have in common.
 *
 * @param release of Probity, for people
 * @param schema last migration of the database
 * @param engine version of the engine's tables; empty before the engine has made them
 */
record Versions(String release, String schema, String engine) {

    static Versions of(Passage passage, Catalogue catalogue) throws SQLException {
        String release = Versions.class.getPackage().getImplementationVersion();
        Connection connection = passage.connection();
        return new Versions(release == null ? "" : release, schema(connection, catalogue), engine(connection, catalogue));
    }

    private static String schema(Connection connection, Catalogue catalogue) throws SQLException {
        Table table = catalogue.table("schema_version");
        return first(connection, "select " + table.column("version").quoted() + " from " + table.quoted() + " where "
                + table.column("version").quoted() + " is not null order by " + table.column("installed_rank").quoted() + " desc");
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

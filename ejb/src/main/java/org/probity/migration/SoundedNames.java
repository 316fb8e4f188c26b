package org.probity.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.probity.member.MemberName;
import org.probity.names.PersonName;

/** Lets members who were there before be found by the sound of their names as well ({@link MemberName}). */
public class SoundedNames extends ComparedNames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("126");
    }

    @Override
    public String getDescription() {
        return "sounded names";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        long[] last = {least(connection)};
        each(connection, "select id, board, account_id, name from member", ADD, (row, insert) -> add(row, insert, last,
                PersonName.sounds(PersonName.of(row.getString("name")).parts().stream()).map(MemberName::cut).collect(Collectors.toSet())));
    }

    /** What an earlier migration has found of it by the rules of today goes; below which number there is room. */
    private static long least(Connection connection) throws SQLException {
        return least(connection, "like '" + PersonName.SOUND + "%'");
    }

    /** @param forms condition of those that go */
    static long least(Connection connection, String forms) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from member_name where form " + forms);
            try (ResultSet row = statement.executeQuery("select coalesce(min(id), 0) from member_name")) {
                row.next();
                return Math.min(0, row.getLong(1));
            }
        }
    }
}

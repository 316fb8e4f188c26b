package org.probity.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.probity.member.MemberName;
import org.probity.names.PersonName;

/** Lets who was there before be found by a surname as one word, and by one that is a rank ({@link PersonName}); log-ins stay. */
public class ClosedNames extends SoundedNames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("231");
    }

    @Override
    public String getDescription() {
        return "closed names";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        long[] last = {least(connection, "not like '" + MemberName.ADDRESS + "%'")};
        each(connection, "select id, board, account_id, name from member", ADD, (row, insert) -> add(row, insert, last,
                PersonName.of(row.getString("name")).forms().map(MemberName::cut).collect(Collectors.toSet())));
        named(connection);
    }
}

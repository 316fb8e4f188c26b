package org.probity.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.probity.access.Role;
import org.probity.member.MemberName;

/** Lets members who were there before and read cases be found where a name may be theirs however it is misspelt ({@link MemberName#READS}). */
public class NamesOfReaders extends SoundedNames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("405");
    }

    @Override
    public String getDescription() {
        return "names of readers";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        long[] last = {least(connection, "= '" + MemberName.READS + "'")};
        each(connection, "select id, board, account_id, roles from member", ADD, (row, insert) -> add(row, insert, last,
                Role.readCases(Role.named(row.getString("roles"))) ? Set.of(MemberName.READS) : Set.of()));
    }
}

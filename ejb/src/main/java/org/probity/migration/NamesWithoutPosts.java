package org.probity.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.probity.member.MemberName;
import org.probity.names.RecordedNames;
import org.probity.tenancy.CurrentBoard;

/** Lets members who were there before be found without what they are recorded with ({@link RecordedNames}); log-ins stay. */
public class NamesWithoutPosts extends SoundedNames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("407");
    }

    @Override
    public String getDescription() {
        return "names without posts";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        long[] last = {least(connection, "not like '" + MemberName.ADDRESS + "%' and form <> '" + MemberName.READS + "'")};
        each(connection, "select id, board, account_id, name from member", ADD,
                (row, insert) -> add(row, insert, last, forms(row.getString("board"), row.getString("name"))));
    }

    /** What is called like its board is told where it is that board. */
    private static Set<String> forms(String board, String name) {
        return CurrentBoard.call(board, () -> RecordedNames.of(name).forms().map(MemberName::cut).collect(Collectors.toSet()));
    }
}

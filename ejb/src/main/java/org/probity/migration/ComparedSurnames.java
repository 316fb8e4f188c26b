package org.probity.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.probity.member.Person;

/** Lets those who share a surname with whom a case was about before be asked about it, as its surnames are read today ({@link Person#surnamesOf}). */
public class ComparedSurnames extends ComparedNames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("233");
    }

    @Override
    public String getDescription() {
        return "compared surnames";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        each(connection, "select id, name from person", "update person set surname = ? where id = ?", ComparedSurnames::change);
        each(connection, "select id, subject_name as name from investigation where subject_name is not null",
                "update investigation set subject_surname = ? where id = ?", ComparedSurnames::change);
    }

    private static void change(ResultSet row, PreparedStatement update) throws SQLException {
        update.setString(1, Person.surnamesOf(row.getString("name")));
        update.setLong(2, row.getLong("id"));
        update.addBatch();
    }
}

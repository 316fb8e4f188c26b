package org.probity.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.probity.kernel.Json;
import org.probity.member.MemberName;
import org.probity.member.Person;
import org.probity.names.PersonName;

/** Brings the names that were kept before into the form in which they are compared ({@link PersonName}). */
public class ComparedNames implements JavaMigration {

    public static final String ADD = "insert into member_name (id, board, version, member_id, account_id, form) values (?, ?, 0, ?, ?, ?)";

    private static final int BATCH = 500;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("124");
    }

    @Override
    public String getDescription() {
        return "compared names";
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
        members(connection);
        named(connection);
        letBack(connection);
    }

    private static void members(Connection connection) throws SQLException {
        long[] last = {0};
        each(connection, "select m.id, m.board, m.account_id, m.name, m.email, a.username from member m join account a on a.id = m.account_id",
                ADD, (row, insert) -> add(row, insert, last,
                MemberName.forms(row.getString("name"), row.getString("email"), row.getString("username"))));
    }

    /** Everybody in the directory, and whom cases are about. */
    static void named(Connection connection) throws SQLException {
        each(connection, "select id, name from person", "update person set name_key = ?, surname = ? where id = ?", (row, update) -> {
            PersonName name = PersonName.of(row.getString("name"));
            update.setString(1, name.key());
            update.setString(2, Person.surnamesOf(row.getString("name")));
            update.setLong(3, row.getLong("id"));
            update.addBatch();
        });
        each(connection, "select id, subject_name from investigation where subject_name is not null",
                "update investigation set subject_key = ? where id = ?", (row, update) -> {
            update.setString(1, PersonName.of(row.getString("subject_name")).key());
            update.setLong(2, row.getLong("id"));
            update.addBatch();
        });
    }

    /** The member of the row is found by these. @param last number given, which counts down: the sequence counts upwards, from another transaction even now */
    static void add(ResultSet row, PreparedStatement insert, long[] last, Set<String> forms) throws SQLException {
        for (String form : forms) {
            insert.setLong(1, --last[0]);
            insert.setString(2, row.getString("board"));
            insert.setLong(3, row.getLong("id"));
            insert.setLong(4, row.getLong("account_id"));
            insert.setString(5, form);
            insert.addBatch();
        }
    }

    /** Whom a lead had let back before decisions were rows: the audit names them. */
    private static void letBack(Connection connection) throws SQLException {
        long[] last = {0};
        Set<String> known = new HashSet<>();
        each(connection, "select e.board, e.reference, e.after_act, e.at_time, e.actor_name, m.account_id, m.name from audit_entry e join member m "
                + "on m.board = e.board where e.act = 'recusal.returned' order by e.id desc",
                "insert into cleared_namesake (id, board, version, reference, account_id, why, cleared_at, cleared_by) values (?, ?, 0, ?, ?, ?, ?, ?)",
                (row, insert) -> {
            Map<?, ?> after = Json.object(row.getString("after_act")).orElse(Map.of());
            if (row.getString("name").equals(after.get("member"))
                    && known.add(row.getString("board") + "/" + row.getString("reference") + "/" + row.getLong("account_id"))) {
                insert.setLong(1, --last[0]);
                insert.setString(2, row.getString("board"));
                insert.setString(3, row.getString("reference"));
                insert.setLong(4, row.getLong("account_id"));
                insert.setString(5, String.valueOf(after.get("reasons")));
                insert.setObject(6, row.getObject("at_time", OffsetDateTime.class));
                insert.setString(7, row.getString("actor_name"));
                insert.addBatch();
            }
        });
    }

    interface Change {

        void of(ResultSet row, PreparedStatement change) throws SQLException;
    }

    static void each(Connection connection, String select, String change, Change work) throws SQLException {
        try (Statement reading = connection.createStatement(); PreparedStatement changing = connection.prepareStatement(change);
                ResultSet rows = reading.executeQuery(select)) {
            for (int waiting = 1; rows.next(); waiting++) {
                work.of(rows, changing);
                if (waiting % BATCH == 0) {
                    changing.executeBatch();
                }
            }
            changing.executeBatch();
        }
    }
}

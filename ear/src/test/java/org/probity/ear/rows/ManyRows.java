package org.probity.ear.rows;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a board big: copies of the first row that it has in a table, with what has to differ. */
final class ManyRows {

    private static final String NEW_ID = "nextval('probity_id')";

    private final Database superuser;
    private final int count;

    ManyRows(Database superuser, int count) {
        this.superuser = superuser;
        this.count = count;
    }

    /** Cases, something to do in each, and what was done. */
    void of(String board) throws SQLException {
        copy("investigation", board, Map.of("id", NEW_ID, "reference", "'MANY-' || n", "opened_at", "opened_at - n * interval '1 minute'"));
        copy("work_item", board, Map.of("id", NEW_ID, "reference", "'MANY-' || n", "task_id", "'many-' || n", "role", "'OFFICER'",
                "due_at", "due_at + n * interval '1 minute'"));
        copy("audit_entry", board, Map.of("id", NEW_ID, "reference", "'MANY-' || n", "seq", "-n", "at_time",
                "at_time - n * interval '1 minute'"));
    }

    private void copy(String table, String board, Map<String, String> different) throws SQLException {
        List<String> columns = superuser.texts("select column_name from information_schema.columns where table_schema = 'public' "
                + "and table_name = ? and is_generated = 'NEVER'", table);
        superuser.write("insert into " + table + " (" + String.join(", ", columns) + ") select "
                + columns.stream().map(column -> different.getOrDefault(column, column)).collect(Collectors.joining(", "))
                + " from " + table + " cross join generate_series(1, " + count + ") n where id = (select min(id) from " + table
                + " where board = ?)", board);
    }
}

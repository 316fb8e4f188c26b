package org.probity.ear.rows;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a board big: copies of the first row that it has in a table, with what has to differ. */
final class ManyRows {

    private static final String NEW_ID = "nextval('probity_id')";

    private static final int TENTH = 10;

    private final Database superuser;
    private final int count;

    ManyRows(Database superuser, int count) {
        this.superuser = superuser;
        this.count = count;
    }

    /**
     * Cases, something to do in each, what was done, and whom each is about. Of ten cases the officer is named in one, one is
     * restricted to a team they are on, and one to a team they are not on; somebody else is named in every case, and every case was
     * restricted once.
     */
    void of(String board) throws SQLException {
        copy("investigation", board, Map.of("id", NEW_ID, "reference", "'MANY-' || n", "opened_at", "opened_at - n * interval '1 minute'"));
        words(board);
        copy("work_item", board, Map.of("id", NEW_ID, "reference", "'MANY-' || n", "task_id", "'many-' || n", "role", "'OFFICER'",
                "due_at", "due_at + n * interval '1 minute'"));
        copy("audit_entry", board, Map.of("id", NEW_ID, "reference", "'MANY-' || n", "seq", "-n", "at_time",
                "at_time - n * interval '1 minute'"));
        copy("person", board, Map.of("id", NEW_ID, "name", "'Many ' || n", "name_key", "'many ' || n", "account_id", "null", "in_directory", "n % 10 = 0"));
        superuser.write("insert into party (id, board, version, reference, person_id, kind, since) select " + NEW_ID + ", board, 0, 'MANY-' || substr(name, 6), "
                + "id, 'SUBJECT', now() from person where board = ? and name like 'Many %'", board);
        hide(board);
    }

    /** Of all of them, of some and of one. */
    private void words(String board) throws SQLException {
        for (String word : List.of("'many'", "reference", "lower(substr(reference, 6))")) {
            superuser.write("insert into case_word (id, board, version, investigation_id, word, source) select " + NEW_ID + ", board, 0, id, lower(" + word
                    + "), 'REFERENCE' from investigation where board = ? and reference like 'MANY-%'", board);
        }
    }

    private void hide(String board) throws SQLException {
        add(board, "wall", "account_id, reason, since", "b.account_id, 'witness', now()", "hr", 1, 0);
        add(board, "wall", "account_id, reason, since", "b.account_id, 'witness', now()", "officer", TENTH, 0);
        add(board, "restriction", "reason, since, by_name, ended_at, ended_by, end_reason", "'A colleague', now(), 'Lead', now(), 'Lead', 'Over'", "officer", 1, 0);
        add(board, "restriction", "reason, since, by_name", "'A colleague', now(), 'Lead'", "officer", TENTH, 1);
        add(board, "restriction", "reason, since, by_name", "'A colleague', now(), 'Lead'", "officer", TENTH, 2);
        add(board, "team_place", "account_id, member_id, reason, since, by_name", "b.account_id, b.id, 'Works on it', now(), 'Lead'", "officer", TENTH, 1);
        add(board, "team_place", "account_id, member_id, reason, since, by_name", "b.account_id, b.id, 'Works on it', now(), 'Lead'", "lead", 1, 0);
    }

    /** A row for every so many cases, about somebody. @param who as in their log-in; in the values they are {@code b} */
    private void add(String board, String table, String columns, String values, String who, int every, int rest) throws SQLException {
        superuser.write("insert into " + table + " (id, board, version, reference, " + columns + ") select " + NEW_ID + ", b.board, 0, 'MANY-' || n, "
                + values + " from member b join account a on a.id = b.account_id cross join generate_series(1, " + count + ") n where b.board = ? "
                + "and a.username = ? and n % " + every + " = " + rest, board, board + "-" + who + "@example.org");
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

package org.probity.ear.rows;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.ear.PostgresServer;

/** Reading, inserting, updating and deleting the rows that one board has in a table, as the application, all undone again. */
final class Attempts {

    /** Marks of an attempt that got through the wall: rows were read or written, or only another rule stopped it. */
    static final Set<String> DONE = IntStream.rangeClosed(1, 100_000).mapToObj(String::valueOf).collect(Collectors.toSet());

    private static final String REFUSED = "refused";

    private final PostgresServer postgres;
    private final TableWalls.Table table;
    private final String where;
    private final List<String> columns;
    private final List<Object> row;
    private final String ids;
    private final long rows;

    Attempts(PostgresServer postgres, TableWalls.Table table, String board) throws SQLException {
        this.postgres = postgres;
        this.table = table;
        try (Database superuser = new Database(postgres.asSuperuser())) {
            new EmptyTables(superuser).fill(table, board);
            this.columns = superuser.texts("select column_name from information_schema.columns where table_schema = 'public' "
                    + "and table_name = ? and is_generated = 'NEVER' order by ordinal_position", table.name());
            String all = String.join(", ", columns);
            this.rows = superuser.number("select count(*) from " + table.name() + " where " + table.rowsOf(board));
            this.row = superuser.rows("select " + all + " from " + table.name() + " where " + table.rowsOf(board) + " limit 1").get(0);
            this.ids = table.name().equals("account")
                    ? String.join(", ", superuser.texts("select id from account where " + table.rowsOf(board))) : null;
        }
        this.where = ids == null ? table.rowsOf(board) : "id in (" + ids + ")";
    }

    /** How many rows there are to be reached. */
    long rows() {
        return rows;
    }

    /** What comes of the four in that scope; a number is how many rows were read or written. */
    List<String> in(String scope) throws SQLException {
        return in(database -> database.in(scope));
    }

    /** The same where SQL says that it is in a scope, and that it has every power, while the application said another scope, or none. */
    List<String> forging(String scope, String said) throws SQLException {
        return in(database -> database.in(scope).saying("board", said).saying("power", said));
    }

    private List<String> in(Begin scope) throws SQLException {
        String name = table.name();
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        return List.of(
                attempt(scope, database -> database.number("select count(*) from " + name + " where " + where)),
                attempt(scope, database -> database.write("insert into " + name + " (" + String.join(", ", columns) + ") values ("
                        + marks + ")", row.toArray())),
                attempt(scope, database -> database.write("update " + name + " set " + columns.get(0) + " = " + columns.get(0)
                        + " where " + where)),
                attempt(scope, database -> database.write("delete from " + name + " where " + where)));
    }

    private interface Begin {
        Database on(Database database) throws SQLException;
    }

    private interface Work {
        long on(Database database) throws SQLException;
    }

    private String attempt(Begin scope, Work work) throws SQLException {
        try (Database application = new Database(postgres.asApplication())) {
            return String.valueOf(work.on(scope.on(application)));
        } catch (SQLException e) {
            return Database.REFUSED.equals(e.getSQLState()) ? REFUSED : passed(e);
        }
    }

    /** A row that is there already, or still used, is stopped only behind the wall (23505, 23503). */
    private static String passed(SQLException e) throws SQLException {
        if (e.getSQLState().startsWith("23")) {
            return "1";
        }
        throw e;
    }
}

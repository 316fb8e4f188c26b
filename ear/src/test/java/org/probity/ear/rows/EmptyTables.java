package org.probity.ear.rows;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a row into each table that the walk left empty, so that every wall has something behind it. */
final class EmptyTables {

    private final Database superuser;

    EmptyTables(Database superuser) {
        this.superuser = superuser;
    }

    void fill(String board) throws SQLException {
        for (TableWalls.Table table : TableWalls.all(superuser)) {
            if (!table.isException()) {
                fill(table, board);
            }
        }
    }

    /** A job may have emptied it again. */
    void fill(TableWalls.Table table, String board) throws SQLException {
        if (superuser.number("select count(*) from " + table.name() + " where " + table.rowsOf(board)) == 0) {
            superuser.write("set session_replication_role = replica");
            fill(table.name(), board);
        }
    }

    private void fill(String table, String board) throws SQLException {
        List<List<Object>> columns = superuser.rows("select column_name, data_type from information_schema.columns "
                + "where table_schema = 'public' and table_name = ? and (is_nullable = 'NO' or column_name = 'tenant_id_') and is_generated = 'NEVER'", table);
        superuser.write("insert into " + table + " (" + columns.stream().map(column -> (String) column.get(0))
                .collect(Collectors.joining(", ")) + ") values (" + columns.stream()
                .map(column -> value((String) column.get(0), (String) column.get(1), board)).collect(Collectors.joining(", ")) + ")");
    }

    private static String value(String column, String type, String board) {
        if (column.equals("board") || column.equals("tenant_id_")) {
            return "'" + board + "'";
        }
        return switch (type) {
            case "bigint", "integer", "smallint" -> "1";
            case "boolean" -> "false";
            case "date", "timestamp with time zone", "timestamp without time zone" -> "now()";
            default -> "'x'";
        };
    }
}

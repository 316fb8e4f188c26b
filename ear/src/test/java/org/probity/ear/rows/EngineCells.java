package org.probity.ear.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Every text and every binary value in the tables of the process engine, and the personal words it must not hold. */
final class EngineCells {

    /** Columns of words and names are wide; those of codes, roles and keys are not about a person. */
    private static final String PERSONAL_COLUMNS = """
            select c.table_name, c.column_name from information_schema.columns c where c.table_schema = 'public'
            and c.table_name not like 'act\\_%' and c.table_name not in ('schema_version', 'clause', 'policy', 'board', 'audit_entry')
            and c.data_type = 'character varying' and c.character_maximum_length >= 100
            and c.column_name not in ('roles', 'actor_roles', 'replay_key', 'location', 'body', 'mail_key', 'message_id',
                'answer_json', 'file_name', 'password_hash', 'form', 'surname')""";

    private static final String CELL_COLUMNS = """
            select c.table_name, c.column_name, c.data_type from information_schema.columns c where c.table_schema = 'public'
            and c.table_name like 'act\\_%' and c.data_type in ('character varying', 'text', 'bytea', 'character')""";

    private static final int SHORTEST = 6;

    private final Database database;
    private int count;

    EngineCells(Database database) {
        this.database = database;
    }

    /** Everything that people said, were called or were asked, wherever the case data hold it. */
    List<String> personal() throws SQLException {
        Set<String> values = new TreeSet<>();
        for (List<Object> column : database.rows(PERSONAL_COLUMNS)) {
            values.addAll(database.texts("select distinct " + column.get(1) + " from " + column.get(0) + " where length("
                    + column.get(1) + ") >= " + SHORTEST));
        }
        return List.copyOf(values);
    }

    /** Where any of these words stands, as {@code table.column: word}. */
    List<String> holding(List<String> personal) throws SQLException {
        List<String> lower = personal.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        String diagrams = String.join("\n", database.texts("select convert_from(bytes_, 'UTF8') from act_ge_bytearray "
                + "where deployment_id_ is not null"));
        List<String> found = new ArrayList<>();
        for (List<Object> column : database.rows(CELL_COLUMNS)) {
            String place = column.get(0) + "." + column.get(1);
            for (String cell : cells((String) column.get(0), (String) column.get(1), "bytea".equals(column.get(2)))) {
                count++;
                if (isOfADiagram(place, cell, diagrams)) {
                    continue;
                }
                String text = cell.toLowerCase(Locale.ROOT);
                lower.stream().filter(text::contains).forEach(word -> found.add(place + ": " + word));
            }
        }
        return found;
    }

    /** Names of steps, processes and deployments, as long as they are the words of a diagram. */
    private static boolean isOfADiagram(String place, String cell, String diagrams) {
        return (place.startsWith("act_re_") || place.endsWith(".act_name_")) && diagrams.contains(cell);
    }

    /** The diagrams are deployed as they lie in the product: they are nobody's data. */
    private List<String> cells(String table, String column, boolean binary) throws SQLException {
        String value = binary ? "convert_from(decode(replace(encode(" + column + ", 'hex'), '00', '20'), 'hex'), 'LATIN1')" : column;
        return database.texts("select " + value + " from " + table + " where " + column + " is not null"
                + (table.equals("act_ge_bytearray") ? " and deployment_id_ is null" : ""));
    }

    int count() {
        return count;
    }
}

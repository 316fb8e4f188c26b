package org.probity.ear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row of every table as text, files and the engine's rows too, and whose it is: the board in its columns, the board of
 * the engine's tenant, or the only board of the account it belongs to. Made from the database's own catalogue, by nothing of
 * Probity's.
 */
final class Rows {

    /** What the installation writes of its own running: of what was done with boards, of people's sessions, its keys, and meters. */
    private static final Set<String> INSTALLATIONS_OWN = Set.of("archive_run", "wipe_request", "account_session", "audit_key", "act_ru_meter_log", "act_ru_task_meter_log");
    private static final String INSTALLATIONS_CHAIN = "-";
    private static final String SEPARATOR = "|";

    /** By which rules the names of a case were compared is not asked of an archive, and found out anew. */
    private static final Set<String> FOUND_ANEW = Set.of("names_checked");

    private final Map<String, List<String>> byTable;

    private Rows(Map<String, List<String>> byTable) {
        this.byTable = byTable;
    }

    /**
     * All there are now.
     *
     * @param select finds the first column of a select that is given without that word, in a schema {@code public}
     */
    static Rows of(Function<String, List<String>> select) {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        select.apply("c.table_name || '|' || c.column_name || '|' || c.data_type from information_schema.columns c join "
                + "information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema where "
                + "lower(c.table_schema) = 'public' and t.table_type = 'BASE TABLE'").forEach(line -> {
                    String[] found = line.split("\\|");
                    tables.computeIfAbsent(found[0], table -> new TreeMap<>()).put(found[1], found[2]);
                });
        Map<String, List<String>> rows = new TreeMap<>();
        tables.forEach((table, columns) -> rows.put(table.toLowerCase(Locale.ROOT),
                select.apply(statement(table, columns, tables)).stream().sorted().toList()));
        return new Rows(rows);
    }

    private static String statement(String table, Map<String, String> columns, Map<String, Map<String, String>> tables) {
        String row = columns.entrySet().stream().filter(column -> !FOUND_ANEW.contains(column.getKey().toLowerCase(Locale.ROOT))).map(column -> text(column.getKey(), column.getValue()))
                .collect(Collectors.joining(" || '|' || "));
        return owner(table, columns, tables) + " || '|' || replace(replace(" + row + ", chr(10), ' '), chr(13), ' ') from \"" + table + "\" t";
    }

    private static String text(String column, String type) {
        String value = "t.\"" + column + "\"";
        return "'" + column.toLowerCase(Locale.ROOT) + "=' || coalesce(" + (type.startsWith("BINARY") ? "rawtohex(" + value + ")" : "cast(" + value + " as varchar)")
                + ", '~')";
    }

    private static String owner(String table, Map<String, String> columns, Map<String, Map<String, String>> tables) {
        Set<String> names = columns.keySet().stream().map(String::toLowerCase).collect(Collectors.toSet());
        String name = table.toLowerCase(Locale.ROOT);
        if (name.equals("act_ge_bytearray")) {
            return "coalesce(" + naming(tables).collect(Collectors.joining(", ")) + ", '')";
        }
        if (name.startsWith("act_")) {
            return names.contains("tenant_id_") ? "coalesce(t.tenant_id_, '')" : "''";
        }
        if (name.equals("board_scope")) {
            return "t.scope";
        }
        if (name.equals("board") || names.contains("board")) {
            return name.equals("board") ? "t.slug" : "t.board";
        }
        return name.equals("account") || names.contains("account_id") ? "coalesce((select min(b.board) from (select board, account_id from account_board "
                + "union select board, account_id from member) b where b.account_id = t." + (name.equals("account") ? "id" : "account_id")
                + " having count(*) = 1), '')" : "''";
    }

    /** The engine's bytes are the board's whose row names them. */
    private static Stream<String> naming(Map<String, Map<String, String>> tables) {
        return tables.entrySet().stream().filter(table -> table.getKey().toLowerCase(Locale.ROOT).matches("act_(ru|hi)_.*"))
                .flatMap(table -> table.getValue().keySet().stream().filter(column -> column.toLowerCase(Locale.ROOT)
                        .matches("bytearray_id_|.*exception_stack_id_|error_details_id_")).map(column ->
                        "(select max(x.tenant_id_) from " + table.getKey() + " x where x." + column + " = t.id_)"));
    }

    /** Everything of that board. */
    Rows of(String board) {
        return only(row -> row.startsWith(board + SEPARATOR));
    }

    /** Everything but what the installation writes of its own running: its chain, meters, and when the engine tidies up. */
    Rows lasting() {
        return only(row -> !row.startsWith(INSTALLATIONS_CHAIN + SEPARATOR) && !row.contains("handler_type_=history-cleanup"))
                .except(INSTALLATIONS_OWN);
    }

    /** Everything else, but for what the installation writes of its own running. */
    Rows without(String board) {
        return lasting().only(row -> !row.startsWith(board + SEPARATOR));
    }

    Rows except(Set<String> tables) {
        Map<String, List<String>> left = new TreeMap<>(byTable);
        left.keySet().removeAll(tables);
        return new Rows(left);
    }

    /** Rows in which the words stand anywhere, but for what the installation says of its own running. */
    List<String> saying(String words) {
        return lasting().only(row -> row.toLowerCase(Locale.ROOT).contains(words)).byTable.entrySet().stream().flatMap(table -> table.getValue().stream().map(row -> table.getKey() + " " + row)).toList();
    }

    List<String> texts(String table) {
        return byTable.getOrDefault(table, List.of());
    }

    /** How many there are, by table. */
    Map<String, Integer> counts() {
        return byTable.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().size(), (a, b) -> a, TreeMap::new));
    }

    int size() {
        return byTable.values().stream().mapToInt(List::size).sum();
    }

    /** What is not the same in the other, to be read. Whose a row is may change: somebody at two boards is left at one. */
    List<String> differences(Rows other) {
        List<String> differences = new ArrayList<>();
        Stream.concat(byTable.keySet().stream(), other.byTable.keySet().stream()).distinct().forEach(table -> {
            List<String> here = contents(table);
            List<String> there = other.contents(table);
            here.stream().filter(row -> !there.contains(row)).forEach(row -> differences.add("- " + table + " " + row));
            there.stream().filter(row -> !here.contains(row)).forEach(row -> differences.add("+ " + table + " " + row));
            if (here.size() != there.size()) {
                differences.add("# " + table + " " + here.size() + " and " + there.size());
            }
        });
        return differences;
    }

    private List<String> contents(String table) {
        return texts(table).stream().map(row -> row.substring(row.indexOf(SEPARATOR))).toList();
    }

    private Rows only(Predicate<String> wanted) {
        Map<String, List<String>> left = new TreeMap<>();
        byTable.forEach((table, rows) -> {
            List<String> found = rows.stream().filter(wanted).toList();
            if (!found.isEmpty()) {
                left.put(table, found);
            }
        });
        return new Rows(left);
    }
}

package org.probity.boardrows;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The tables there are, as the database itself says. */
public final class Catalogue {

    private static final String[] TABLES = {"TABLE", "BASE TABLE"};

    private final Map<String, Table> tables = new TreeMap<>();
    private List<BoardTables.Part> travelling;

    private Catalogue() {
    }

    public static Catalogue of(Connection connection) throws SQLException {
        Catalogue catalogue = new Catalogue();
        DatabaseMetaData database = connection.getMetaData();
        String schema = connection.getSchema();
        Set<String> names = new TreeSet<>();
        try (ResultSet found = database.getTables(connection.getCatalog(), schema, "%", TABLES)) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        Map<String, List<Table.Column>> columns = columns(database, schema, names);
        for (String name : names) {
            catalogue.tables.put(name.toLowerCase(Locale.ROOT), new Table(name, columns.getOrDefault(name, List.of()),
                    key(database, schema, name), links(database, schema, name)));
        }
        return catalogue;
    }

    /** What the database works out by itself is neither written down nor written back. */
    /** Of all tables at once. What the database works out by itself is neither written down nor written back. */
    private static Map<String, List<Table.Column>> columns(DatabaseMetaData database, String schema, Set<String> tables) throws SQLException {
        Map<String, List<Table.Column>> columns = new TreeMap<>();
        try (ResultSet found = database.getColumns(null, schema, "%", "%")) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (tables.contains(table) && !"YES".equals(found.getString("IS_GENERATEDCOLUMN"))) {
                    columns.computeIfAbsent(table, name -> new ArrayList<>()).add(new Table.Column(found.getString("COLUMN_NAME"),
                            ColumnType.of(found.getInt("DATA_TYPE"), found.getString("TYPE_NAME")), "YES".equals(found.getString("IS_NULLABLE"))));
                }
            }
        }
        columns.values().forEach(all -> all.sort(Comparator.comparing(Table.Column::name)));
        return columns;
    }

    private static List<String> key(DatabaseMetaData database, String schema, String table) throws SQLException {
        Map<Short, String> key = new TreeMap<>();
        try (ResultSet found = database.getPrimaryKeys(null, schema, table)) {
            while (found.next()) {
                key.put(found.getShort("KEY_SEQ"), found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(key.values());
    }

    private static List<Table.Link> links(DatabaseMetaData database, String schema, String table) throws SQLException {
        List<Table.Link> links = new ArrayList<>();
        try (ResultSet found = database.getImportedKeys(null, schema, table)) {
            while (found.next()) {
                links.add(new Table.Link(found.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
                        found.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT)));
            }
        }
        return links.stream().distinct().sorted(Comparator.comparing(Table.Link::column)).toList();
    }

    /** What of boards travels, in an order in which each row comes after those it names. */
    public List<BoardTables.Part> travelling() {
        if (travelling == null) {
            travelling = AllowList.get().parts(this);
        }
        return travelling;
    }

    public Collection<Table> all() {
        return tables.values();
    }

    Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** @throws IllegalStateException where there is none of that name */
    public Table table(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("There is no table " + name));
    }

    /**
     * The tables wanted, each after those its rows name; otherwise by name.
     *
     * @throws IllegalStateException where tables name each other in a circle
     */
    List<Table> inOrder(Predicate<Table> wanted) {
        Map<String, Table> waiting = new LinkedHashMap<>();
        tables.values().stream().filter(wanted).forEach(table -> waiting.put(table.name(), table));
        List<Table> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Table next = waiting.values().stream().filter(table -> isReady(table, waiting)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("These tables name each other in a circle: " + waiting.keySet()));
            waiting.remove(next.name());
            ordered.add(next);
        }
        return ordered;
    }

    private static boolean isReady(Table table, Map<String, Table> waiting) {
        return table.links().stream().allMatch(link -> link.target().equals(table.name()) || !waiting.containsKey(link.target()));
    }
}

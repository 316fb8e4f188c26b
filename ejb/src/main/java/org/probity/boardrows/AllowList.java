package org.probity.boardrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a board travels, table by table and column by column, as people have decided it in {@code allow-list.txt}. A table or
 * a column nobody has decided on stops every archive: left out silently it would be lost with the next board that is wiped.
 */
public final class AllowList {

    private static final AllowList ONE = new AllowList();
    private static final String FILE = "allow-list.txt";

    private final Map<String, Map<String, Rule>> tables = new TreeMap<>();

    private AllowList() {
        Map<String, Rule> columns = null;
        for (String line : lines()) {
            String[] parts = line.strip().split("\\s+", 2);
            if (line.startsWith(" ")) {
                columns.put(parts[0], Rule.parse(parts[1]));
            } else {
                columns = new LinkedHashMap<>();
                tables.put(parts[0], columns);
            }
        }
    }

    public static AllowList get() {
        return ONE;
    }

    private static List<String> lines() {
        try (InputStream file = AllowList.class.getResourceAsStream(FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether any row of that table is in an archive. */
    public boolean travels(String table) {
        return !tables.getOrDefault(table, Map.of()).isEmpty();
    }

    public boolean travels(Table table, Table.Column column) {
        return rule(table, column).travels();
    }

    /** @throws IllegalStateException where nobody has decided */
    public Rule rule(Table table, Table.Column column) {
        Rule rule = tables.getOrDefault(table.name(), Map.of()).get(column.name());
        if (rule == null) {
            throw new IllegalStateException("Nobody has decided whether " + table.name() + "." + column.name() + " travels");
        }
        return rule;
    }

    /** The columns that travel in the lines of the table, without links to its own rows and without large content. */
    public List<Table.Column> columns(Table table) {
        List<Table.Column> later = table.selfLinks();
        return table.columns().stream().filter(column -> travels(table, column) && !later.contains(column)
                && rule(table, column).type() != Rule.Type.CONTENT).toList();
    }

    /** The column whose values are files of their own in an archive. @throws java.util.NoSuchElementException where there is none */
    public Table.Column content(Table table) {
        return table.columns().stream().filter(column -> rule(table, column).type() == Rule.Type.CONTENT).findFirst().orElseThrow();
    }

    /** The tables of which rows travel, in an order in which each row comes after those it names. */
    List<BoardTables.Part> parts(Catalogue catalogue) {
        List<String> undecided = undecided(catalogue);
        if (!undecided.isEmpty()) {
            throw new IllegalStateException("Nobody has decided whether these travel in archives: " + undecided);
        }
        return BoardTables.of(catalogue).stream().filter(part -> travels(part.name())).toList();
    }

    /** What is in the database and not in the list, or the other way round, or of another kind there. */
    List<String> undecided(Catalogue catalogue) {
        List<String> undecided = new ArrayList<>();
        for (BoardTables.Part part : BoardTables.of(catalogue)) {
            Map<String, Rule> columns = tables.get(part.name());
            if (columns == null) {
                undecided.add(part.name());
            } else if (!columns.isEmpty()) {
                part.table().columns().stream().filter(c -> !columns.containsKey(c.name()) || !columns.get(c.name()).suits(c.kind()))
                        .forEach(c -> undecided.add(part.name() + "." + c.name()));
                columns.keySet().stream().filter(c -> !part.table().has(c)).forEach(c -> undecided.add(part.name() + "." + c + " is gone"));
            }
        }
        return undecided;
    }

    /** What stays behind, as the manifest names it: columns, and whole tables. */
    Stream<String> stays() {
        return tables.entrySet().stream().flatMap(table -> table.getValue().isEmpty() ? Stream.of(table.getKey())
                : table.getValue().entrySet().stream().filter(column -> !column.getValue().travels())
                        .map(column -> table.getKey() + "." + column.getKey()));
    }
}

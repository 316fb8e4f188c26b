package org.probity.boardrows;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table as the database's catalogue describes it.
 *
 * @param found its name as the database writes it
 * @param key names of the columns of its primary key
 * @param links its references to rows of tables, its own included
 */
public record Table(String found, List<Column> columns, List<String> key, List<Link> links) {

    /**
     * One column.
     *
     * @param found its name as the database writes it
     */
    public record Column(String found, ColumnType kind, boolean nullable) {

        /** Its name on every database, which is its name in an archive. */
        public String name() {
            return found.toLowerCase(Locale.ROOT);
        }

        public String quoted() {
            return quote(found);
        }
    }

    /** A foreign key: values of the column are keys of the target. Names are those of {@link #name()}. */
    record Link(String column, String target) {
    }

    /** Its name on every database, which is its name in an archive. */
    public String name() {
        return found.toLowerCase(Locale.ROOT);
    }

    public String quoted() {
        return quote(found);
    }

    public boolean has(String column) {
        return columns.stream().anyMatch(c -> c.name().equals(column));
    }

    /** @throws java.util.NoSuchElementException where it has none of that name */
    public Column column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /** Columns that name another row of this same table. */
    public List<Column> selfLinks() {
        return links.stream().filter(link -> link.target().equals(name())).map(link -> column(link.column())).distinct().toList();
    }

    public String quotedKey() {
        return key.stream().map(k -> column(k).quoted()).collect(Collectors.joining(", "));
    }

    /** Names come from the catalogue, and even so stand in quotes. */
    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}

package org.probity.archive;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows are a board's: found by what the tables look like, so that nobody has to think of the archive when adding
 * one. A table with a column {@code board} holds rows of boards; in the engine's own tables the tenant is the board.
 */
final class Belongings {

    static final String ACCOUNT = "account";
    static final String BOARD = "board";
    private static final String ENGINE_BYTES = "act_ge_bytearray";
    private static final String TENANT = "tenant_id_";

    /** Of an account its owner's name, address and language travel: nothing that opens it. */
    static final Set<String> OF_ACCOUNT = Set.of("id", "username", "display_name", "email", "language");

    /**
     * When a board was closed, and who runs a job of the engine just now, say something of the installation, not of the board.
     * Kept answers are for who asks again here: they are known by numbers and keys of this installation, and soon forgotten.
     */
    private static final Set<String> LEFT_BEHIND = Set.of("board.closed_at", "board.closed_by", "act_ru_job.lock_owner_",
            "act_ru_job.lock_exp_time_", "replay", "denial");

    /** Columns by which the engine's rows point at what {@link EngineState} names. */
    private static final Set<String> NAMED = Set.of("proc_def_id_", "process_def_id_", "job_def_id_", "deployment_id_");

    /**
     * Rows of one table.
     *
     * @param where condition with {@code slugs} places for the board
     */
    record Part(Table table, String where, int slugs) {

        /** Of these rows those that travel: without any that holds a secret. */
        String travelling() {
            return LEFT_BEHIND.contains(name()) ? where + " and 1 = 0" : where + secrets(table).map(column -> " and " + column.quoted() + " is null").collect(Collectors.joining());
        }

        String name() {
            return table.name();
        }

        /** The columns that travel in the lines of the table, without links to its own rows and without large content. */
        List<Table.Column> columns() {
            List<Table.Column> later = table.selfLinks();
            return table.columns().stream().filter(column -> travels(table, column) && !later.contains(column)
                    && !isContent(table, column)).toList();
        }
    }

    private Belongings() {
    }

    /** In an order in which each row comes after those it names. */
    static List<Part> of(Catalogue catalogue) {
        return catalogue.inOrder(table -> isBoards(table) || isEngines(table)).stream()
                .map(table -> part(catalogue, table)).toList();
    }

    private static Part part(Catalogue catalogue, Table table) {
        if (table.name().equals(BOARD)) {
            return new Part(table, table.column("slug").quoted() + " = ?", 1);
        }
        if (table.name().equals(ENGINE_BYTES)) {
            List<String> named = catalogue.all().stream().filter(other -> isEngines(other) && other.has(TENANT)).flatMap(Belongings::bytes).toList();
            return new Part(table, table.quotedKey() + " in (" + String.join(" union all ", named) + ")", named.size());
        }
        return new Part(table, table.column(owner(table)).quoted() + " = ?", 1);
    }

    /** The engine writes no tenant beside its bytes: they are whose row names them. */
    private static Stream<String> bytes(Table table) {
        return table.links().stream().filter(link -> link.target().equals(ENGINE_BYTES) && !table.name().equals(ENGINE_BYTES))
                .map(link -> "select " + table.column(link.column()).quoted() + " from " + table.quoted() + " where "
                        + table.column(TENANT).quoted() + " = ? and " + table.column(link.column()).quoted() + " is not null");
    }

    /** The column that says whose a row is. */
    static String owner(Table table) {
        return table.name().equals(BOARD) ? "slug" : table.has(BOARD) ? BOARD : TENANT;
    }

    static boolean isBoards(Table table) {
        return table.name().equals(BOARD) || table.has(BOARD) && !table.name().startsWith("act_");
    }

    static boolean isEngines(Table table) {
        boolean running = table.name().startsWith("act_ru_") || table.name().startsWith("act_hi_");
        return running && table.has(TENANT) || table.name().equals(ENGINE_BYTES);
    }

    static boolean isNamed(Table table, Table.Column column) {
        return isEngines(table) && NAMED.contains(column.name());
    }

    static boolean travels(Table table, Table.Column column) {
        return secrets(table).noneMatch(column::equals) && !LEFT_BEHIND.contains(table.name() + "." + column.name())
                && (!table.name().equals(ACCOUNT) || OF_ACCOUNT.contains(column.name()));
    }

    /**
     * Columns whose values are sealed with a key of this installation, and open nothing in another: a row that holds one
     * stays behind.
     */
    static Stream<Table.Column> secrets(Table table) {
        return isBoards(table) ? table.columns().stream().filter(column -> column.name().contains("secret")) : Stream.empty();
    }

    /** What stays behind, as the manifest names it: columns, and whole tables that are about people's way in. */
    static List<String> left(Catalogue catalogue) {
        Stream<String> ofAccounts = catalogue.table(ACCOUNT).columns().stream().map(Table.Column::name)
                .filter(name -> !OF_ACCOUNT.contains(name)).map(name -> ACCOUNT + "." + name);
        Stream<String> ways = catalogue.all().stream().filter(table -> !isBoards(table) && !accountLinks(table).isEmpty()).map(Table::name);
        Stream<String> secrets = catalogue.all().stream().flatMap(table -> secrets(table)
                .map(column -> table.name() + ": rows with a " + column.name()));
        return Stream.of(LEFT_BEHIND.stream(), ofAccounts, ways, secrets).flatMap(all -> all).sorted().toList();
    }

    /** Files are entries of their own in an archive. */
    static boolean isContent(Table table, Table.Column column) {
        return column.kind() == Kind.BYTES && contentName(table) != null;
    }

    /** The column whose value names the content of a row, or null where the table has none. */
    static String contentName(Table table) {
        return switch (table.name()) {
            case "document_content" -> "document_id";
            case ENGINE_BYTES -> "id_";
            default -> null;
        };
    }

    /**
     * Whether the column holds the id of an account, which may be another in another installation. The audit is never
     * touched: what it says is sealed by its hashes, and it says who acted by name too.
     */
    static boolean isAccount(Table table, Table.Column column) {
        return !table.name().startsWith("audit_") && isBoards(table) && column.kind() == Kind.NUMBER
                && (column.name().equals("account_id") || column.name().endsWith("_account"));
    }

    /** Columns whose values are accounts with a way in, as the database itself holds them to. */
    static Set<String> accountLinks(Table table) {
        return table.links().stream().filter(link -> link.target().equals(ACCOUNT)).map(Table.Link::column).collect(Collectors.toSet());
    }
}

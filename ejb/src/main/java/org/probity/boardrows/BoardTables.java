package org.probity.boardrows;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows are a board's: found by what the tables look like, so that a board is removed whole whoever adds one. A table with
 * a column {@code board} holds rows of boards; in the engine's own tables the tenant is the board. Which of them travel is said
 * by {@link AllowList}.
 */
public final class BoardTables {

    public static final String ACCOUNT = "account";
    public static final String BOARD = "board";
    private static final String ENGINE_BYTES = "act_ge_bytearray";
    private static final String TENANT = "tenant_id_";

    /** Deployed with the processes, for all boards together. */
    private static final String ENGINE_DEFINITIONS = "act_ru_jobdef";

    /** Of an account its owner's name, address and language travel: nothing that opens it. */
    public static final Set<String> OF_ACCOUNT = Set.of("id", "username", "display_name", "email", "language");

    /**
     * Rows of one table.
     *
     * @param where condition with {@code slugs} places for the board
     */
    public record Part(Table table, String where, int slugs) {

        public String name() {
            return table.name();
        }
    }

    private BoardTables() {
    }

    /** In an order in which each row comes after those it names. */
    public static List<Part> of(Catalogue catalogue) {
        return catalogue.inOrder(table -> isBoards(table) || isEngines(table)).stream()
                .map(table -> part(catalogue, table)).toList();
    }

    private static Part part(Catalogue catalogue, Table table) {
        if (table.name().equals(BOARD)) {
            return new Part(table, table.column("slug").quoted() + " = ?", 1);
        }
        if (table.name().equals(ENGINE_BYTES)) {
            List<String> named = catalogue.all().stream().filter(other -> isEngines(other) && other.has(TENANT)).flatMap(BoardTables::bytes).toList();
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
    public static String owner(Table table) {
        return table.name().equals(BOARD) ? "slug" : table.has(BOARD) ? BOARD : TENANT;
    }

    public static boolean isBoards(Table table) {
        return table.name().equals(BOARD) || table.has(BOARD) && !table.name().startsWith("act_");
    }

    public static boolean isEngines(Table table) {
        boolean running = table.name().startsWith("act_ru_") || table.name().startsWith("act_hi_");
        return running && table.has(TENANT) && !table.name().equals(ENGINE_DEFINITIONS) || table.name().equals(ENGINE_BYTES);
    }

    /** What stays behind, as the manifest names it: columns, and whole tables that are about people's way in. */
    public static List<String> left(Catalogue catalogue) {
        Stream<String> ofAccounts = catalogue.table(ACCOUNT).columns().stream().map(Table.Column::name)
                .filter(name -> !OF_ACCOUNT.contains(name)).map(name -> ACCOUNT + "." + name);
        Stream<String> ways = catalogue.all().stream().filter(table -> !isBoards(table) && !accountLinks(table).isEmpty()).map(Table::name);
        return Stream.of(AllowList.get().stays(), ofAccounts, ways).flatMap(all -> all).sorted().toList();
    }

    /** Files are entries of their own in an archive, named by the value of this column; null where the table has none. */
    public static String contentName(Table table) {
        return table.name().equals("document_content") ? "document_id" : null;
    }

    /** Columns whose values are accounts with a way in, as the database itself holds them to. */
    public static Set<String> accountLinks(Table table) {
        return table.links().stream().filter(link -> link.target().equals(ACCOUNT)).map(Table.Link::column).collect(Collectors.toSet());
    }
}

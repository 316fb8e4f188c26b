package org.probity.boardrows;

/** How many rows of a table an archive lets name one and the same row of another: no less than the program itself lets there be. */
public final class AllowedRows {

    private static final Catalogue CATALOGUE = FakeEngine.catalogue();

    private AllowedRows() {
    }

    /** @param column such as {@code request_id} */
    public static long most(String table, String column) {
        Table found = CATALOGUE.table(table);
        return AllowList.get().rule(found, found.column(column)).rows();
    }
}

package org.probity.ear.rows;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every table of the database, and the wall that stands round it as the catalogue has it. */
final class TableWalls {

    static final String OWN_BOARD = "((board)::text = current_setting('probity.board'::text, true))";
    static final String INSTALLATION = "(current_setting('probity.board'::text, true) = '-'::text)";

    /** Tables that are neither a board's nor the installation's alone, and what is let through. */
    private static final Map<String, String> OTHERS = Map.of(
            "board", both("(((slug)::text = current_setting('probity.board'::text, true)) OR " + INSTALLATION + ")"),
            "account_board", both("(" + OWN_BOARD + " OR " + INSTALLATION + ")"),
            "audit_key", "r (((of_board)::text = '-'::text) OR ((of_board)::text = current_setting('probity.board'::text, true))) / ; "
                    + both(INSTALLATION),
            "account", "r (EXISTS ( SELECT 1\n   FROM account_board b\n  WHERE (b.account_id = account.id))) / ; "
                    + both(INSTALLATION));

    private static final String TABLES = """
            select c.relname, c.relrowsecurity and c.relforcerowsecurity,
                exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'board' and not a.attisdropped),
                coalesce((select string_agg(p.polcmd::text || ' ' || pg_get_expr(p.polqual, p.polrelid) || ' / '
                    || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), '; ' order by p.polname)
                    from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polroles = '{0}'), '')
            from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
            order by c.relname""";

    private TableWalls() {
    }

    /** One table. */
    record Table(String name, boolean forced, boolean ofBoards, String policies) {

        /**
         * The engine works across boards and holds nothing but ids, as {@link BoardRowsIT} shows; what was migrated is
         * read by the owner alone.
         */
        boolean isException() {
            return name.startsWith("act_") || name.equals("schema_version");
        }

        /** The keys that check signatures are shown to every auditor; nobody but the installation writes them. */
        boolean isPublic() {
            return name.equals("audit_key");
        }

        boolean isWalled() {
            String wanted = OTHERS.getOrDefault(name, both(ofBoards ? OWN_BOARD : INSTALLATION));
            return forced && policies.equals(wanted);
        }

        /** Which rows of it are that board's, for looking from outside the walls. */
        String rowsOf(String board) {
            if (name.equals("board")) {
                return "slug = '" + board + "'";
            }
            if (name.equals("account")) {
                return "id in (select account_id from account_board where board = '" + board + "')"
                        + " and id not in (select account_id from account_board where board <> '" + board + "')";
            }
            return ofBoards ? "board = '" + board + "'" : "true";
        }

        /** The scope in which its rows can be written. */
        String scopeOf(String board) {
            return ofBoards || name.equals("board") ? board : "-";
        }
    }

    private static String both(String rows) {
        return "* " + rows + " / " + rows;
    }

    static List<Table> all(Database database) throws SQLException {
        return database.rows(TABLES).stream().map(row -> new Table((String) row.get(0), (Boolean) row.get(1), (Boolean) row.get(2),
                (String) row.get(3))).toList();
    }

    /** Tables, and views too, that neither stand behind a wall nor are argued for. */
    static List<String> open(Database database) throws SQLException {
        return all(database).stream().filter(table -> !table.isException() && !table.isWalled()).map(Table::name)
                .collect(Collectors.toList());
    }
}

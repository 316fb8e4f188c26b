package org.probity.ear.rows;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every table of the database, and the wall that stands round it as the catalogue has it. */
final class TableWalls {

    private static final String KNOWN = "( SELECT %s\n   FROM board_scope s\n  WHERE (s.proof = ( SELECT sha256(convert_to("
            + "current_setting('%s'::text, true), 'UTF8'::name)) AS sha256)))";
    private static final String SCOPE = KNOWN.formatted("s.scope", "probity.board");
    private static final String POWER = KNOWN.formatted("s.scope", "probity.power");
    private static final String OWN_BOARD = "((board)::text = " + SCOPE + ")";
    private static final String OWN_TENANT = "(((tenant_id_)::text || ''::text) = " + KNOWN.formatted("NULLIF(s.scope, '-'::text) AS \"nullif\"", "probity.board") + ")";
    private static final String INSTALLATION = "(" + SCOPE + " = '-'::text)";
    private static final String ENGINE = "(" + POWER + " = '+engine'::text)";
    private static final String WIPING = "(" + POWER + " = '+wipe'::text)";
    private static final String AUDIT = "a  / " + OWN_BOARD + "; r " + OWN_BOARD + " / ; d (" + OWN_BOARD + " AND " + WIPING + ") / ";

    private static final String OF_A_BOARD = "(scope <> '-'::text) AND (POSITION(('+'::text) IN (scope)) = 0) AND " + INSTALLATION;

    /** Tables that are neither a board's nor the installation's alone, and what is let through. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            entry("board", both("(((slug)::text = " + SCOPE + ") OR " + INSTALLATION + ")")),
            entry("account_board", both("(" + OWN_BOARD + " OR " + INSTALLATION + ")")),
            entry("audit_key", "a  / " + INSTALLATION + "; r (((of_board)::text = '-'::text) OR ((of_board)::text = " + SCOPE + ")) / ; r "
                    + INSTALLATION + " / ; d (" + INSTALLATION + " AND " + WIPING + " AND ((of_board)::text <> '-'::text)) / "),
            entry("account", "r (EXISTS ( SELECT 1\n   FROM account_board b\n  WHERE (b.account_id = account.id))) / ; " + both(INSTALLATION)),
            entry("board_scope", "a  / (" + OF_A_BOARD + "); r true / ; d (" + OF_A_BOARD + " AND " + WIPING + ") / "),
            entry("audit_entry", AUDIT), entry("audit_checkpoint", AUDIT),
            entry("act_ge_bytearray", "r (deployment_id_ IS NOT NULL) / ; " + both("((deployment_id_ IS NULL) AND " + OWN_TENANT + ")")),
            entry("act_ru_event_subscr", "r (tenant_id_ IS NULL) / ; " + both(OWN_TENANT)),
            entry("act_ru_job", "w " + ENGINE + " / " + ENGINE + "; r " + ENGINE + " / ; " + both(OWN_TENANT)),
            entry("act_ru_execution", "r " + ENGINE + " / ; " + both(OWN_TENANT)),
            entry("act_ru_incident", "r " + ENGINE + " / ; " + both(OWN_TENANT)));

    private static final String TABLES = """
            select c.relname, c.relrowsecurity and (c.relforcerowsecurity or c.relname like 'act\\_%' or c.relname = 'board_scope'),
                exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'board' and not a.attisdropped),
                exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id_' and not a.attisdropped),
                has_table_privilege('probity', c.oid, 'insert, update, delete, truncate'),
                coalesce((select string_agg(p.polcmd::text || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' / '
                    || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''), '; ' order by p.polname)
                    from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polroles = '{0}'), '')
            from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
            order by c.relname""";

    private TableWalls() {
    }

    /** One table. */
    record Table(String name, boolean forced, boolean ofBoards, boolean ofTenants, boolean writable, String policies) {

        /**
         * What is deployed or set for all boards together and holds nothing of theirs, and which migrations were run: the
         * application reads it at most.
         */
        boolean isException() {
            return !writable && (name.startsWith("act_") || name.equals("schema_version"));
        }

        /**
         * The keys that check signatures are shown to every auditor, and the hashes of capabilities to the application; nobody but the
         * installation writes them.
         */
        boolean isPublic() {
            return name.equals("audit_key") || name.equals("board_scope");
        }

        boolean isWalled() {
            String wanted = OTHERS.getOrDefault(name, both(name.startsWith("act_") ? OWN_TENANT : ofBoards ? OWN_BOARD : INSTALLATION));
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
            return ofBoards ? "board = '" + board + "'" : ofTenants ? "tenant_id_ = '" + board + "'" : "true";
        }

        /** The scope in which its rows can be written. */
        String scopeOf(String board) {
            return ofBoards || ofTenants || name.equals("board") ? board : "-";
        }
    }

    private static String both(String rows) {
        return "* " + rows + " / " + rows;
    }

    static List<Table> all(Database database) throws SQLException {
        return database.rows(TABLES).stream().map(row -> new Table((String) row.get(0), (Boolean) row.get(1), (Boolean) row.get(2),
                (Boolean) row.get(3), (Boolean) row.get(4), (String) row.get(5))).toList();
    }

    /** Tables, and views too, that neither stand behind a wall nor are argued for. */
    static List<String> open(Database database) throws SQLException {
        return all(database).stream().filter(table -> !table.isException() && !table.isWalled()).map(Table::name)
                .collect(Collectors.toList());
    }
}

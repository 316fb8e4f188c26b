package org.probity.tenancy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rows of which table PostgreSQL lets through, and what the application may do there. {@code probity.board} is the
 * scope of the transaction: a board, {@code -} for the installation, or nothing, and then nothing is let through.
 */
final class RowRules {

    /** One policy of a table, for reading ({@code using}) and for writing ({@code with check}). */
    record Policy(String name, String command, String rows) {

        String sql(String table) {
            return "create policy " + name + " on " + table + " for " + command + " using (" + rows + ")"
                    + (command.equals("all") ? " with check (" + rows + ")" : "");
        }

        /** Kept beside the policy, so that a rule that has changed is noticed. */
        String comment(String table) {
            return "comment on policy " + name + " on " + table + " is '" + rows.replace("'", "''") + "'";
        }
    }

    private static final String SCOPE = "current_setting('probity.board', true)";
    private static final String INSTALLATION = SCOPE + " = '" + BoardResolver.NO_BOARD + "'";

    /** Written once and never changed: the application may add to these, and nothing more. */
    private static final Set<String> APPEND_ONLY = Set.of("audit_entry", "audit_checkpoint", "audit_key", "installation_mark");

    private RowRules() {
    }

    /** @param ofBoards whether its rows name the board they belong to, in a column {@code board} */
    static List<Policy> of(String table, boolean ofBoards) {
        if (isUnwalled(table)) {
            return List.of();
        }
        return switch (table) {
            case "board" -> List.of(all("slug = " + SCOPE + " or " + INSTALLATION));
            case "account_board" -> List.of(all("board = " + SCOPE + " or " + INSTALLATION));
            case "account" -> List.of(all(INSTALLATION), new Policy("members_of_the_board", "select",
                    "exists (select 1 from account_board b where b.account_id = account.id)"));
            case "audit_key" -> List.of(all(INSTALLATION), new Policy("keys_of_the_board", "select",
                    "of_board = '" + BoardResolver.NO_BOARD + "' or of_board = " + SCOPE));
            default -> List.of(all(ofBoards ? "board = " + SCOPE : INSTALLATION));
        };
    }

    /** How the policies of a table describe themselves, by name. */
    static String described(List<Policy> policies) {
        return policies.stream().sorted(Comparator.comparing(Policy::name)).map(policy -> policy.name() + "=" + policy.rows())
                .collect(Collectors.joining(";"));
    }

    private static Policy all(String rows) {
        return new Policy("own_scope", "all", rows);
    }

    /** The engine works across boards and holds nothing but ids; nobody but the owner reads what was migrated. */
    private static boolean isUnwalled(String table) {
        return isOfTheEngine(table) || table.equals("schema_version");
    }

    private static boolean isOfTheEngine(String table) {
        return table.startsWith("act_");
    }

    /** What the application may do to a table, in the order of the alphabet; the engine keeps no people ({@code act_id_}). */
    static String privileges(String table) {
        if (table.equals("schema_version") || table.startsWith("act_id_")) {
            return "";
        }
        return APPEND_ONLY.contains(table) ? "INSERT, SELECT" : "DELETE, INSERT, SELECT, UPDATE";
    }
}

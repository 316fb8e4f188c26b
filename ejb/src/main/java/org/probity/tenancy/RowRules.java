package org.probity.tenancy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which rows of which table PostgreSQL lets through, and what the application may do there. The scope of the transaction is a
 * board, {@code -} for the installation, or nothing, and then nothing is let through. It is what {@link BoardScopes} knows by the
 * capability in {@code probity.board}; a power beside it, by that in {@code probity.power}.
 */
final class RowRules {

    /** A table, and by which columns its rows name a board. */
    record Shape(String name, boolean ofBoards, boolean ofTenants) {
    }

    /** One policy of a table, for reading ({@code using}) and for writing ({@code with check}). */
    record Policy(String name, String command, String rows) {

        String sql(String table) {
            return "create policy " + name + " on " + table + " for " + command
                    + (command.equals("insert") ? "" : " using (" + rows + ")")
                    + (Set.of("all", "insert", "update").contains(command) ? " with check (" + rows + ")" : "");
        }

        /** Kept beside the policy, so that a rule that has changed is noticed. */
        String comment(String table) {
            return "comment on policy " + name + " on " + table + " is '" + described().replace("'", "''") + "'";
        }

        private String described() {
            return command + " " + rows;
        }
    }

    /** In queries of their own, so that each is worked out once a statement and not once a row. */
    private static final String KNOWN = "(select %s from board_scope s where s.proof = (select sha256(convert_to(current_setting('%s', true), 'UTF8'))))";
    private static final String SCOPE = KNOWN.formatted("s.scope", "probity.board");
    private static final String POWER = KNOWN.formatted("s.scope", "probity.power");
    private static final String INSTALLATION = SCOPE + " = '" + BoardResolver.NO_BOARD + "'";
    private static final String ENGINE = POWER + " = '" + BoardScope.ENGINE + "'";
    private static final String WIPING = POWER + " = '" + BoardScope.WIPE + "'";

    /** Nobody's but a board's; and as no index has it: of the engine's rows nearly all may be one board's, and each query names a process or a step. */
    private static final String OWN_TENANT = "tenant_id_ || '' = " + KNOWN.formatted("nullif(s.scope, '" + BoardResolver.NO_BOARD + "')", "probity.board");

    /** Which capabilities open a scope. No hash of them says what they are. */
    private static final String SCOPES = "board_scope";

    private static final String OF_A_BOARD = "scope <> '" + BoardResolver.NO_BOARD + "' and position('+' in scope) = 0 and " + INSTALLATION;

    /** Written once and never changed. The application may add to these; of a board that is wiped it takes them out. */
    private static final Set<String> UNTIL_WIPED = Set.of("audit_entry", "audit_checkpoint", "audit_key", SCOPES);

    /** Written once and never changed, nor taken out. */
    private static final Set<String> FOR_EVER = Set.of("installation_mark");

    /** Which migrations were run. */
    private static final String MIGRATED = "schema_version";

    /** Definitions and settings of the engine: deployed by the owner, for all boards together. */
    private static final Set<String> DEPLOYED = Set.of("act_ge_property", "act_ge_schema_log", "act_ru_jobdef");

    private static final String BYTES = "act_ge_bytearray";

    private RowRules() {
    }

    static List<Policy> of(Shape table) {
        if (isUnwalled(table)) {
            return List.of();
        }
        if (isOfTheEngine(table.name())) {
            return ofTheEngine(table.name());
        }
        return switch (table.name()) {
            case "board" -> List.of(all("slug = " + SCOPE + " or " + INSTALLATION));
            case "account_board" -> List.of(all("board = " + SCOPE + " or " + INSTALLATION));
            case "account" -> List.of(all(INSTALLATION), new Policy("members_of_the_board", "select",
                    "exists (select 1 from account_board b where b.account_id = account.id)"));
            case "audit_entry", "audit_checkpoint" -> ofTheAudit("board = " + SCOPE, WIPING);
            case "audit_key" -> ofTheAudit(INSTALLATION, WIPING + " and of_board <> '" + BoardResolver.NO_BOARD + "'", new Policy("keys_of_the_board",
                    "select", "of_board = '" + BoardResolver.NO_BOARD + "' or of_board = " + SCOPE));
            case SCOPES -> List.of(new Policy("known", "select", "true"), new Policy("added", "insert", OF_A_BOARD),
                    new Policy("wiped", "delete", OF_A_BOARD + " and " + WIPING));
            default -> List.of(all(table.ofBoards() ? "board = " + SCOPE : INSTALLATION));
        };
    }

    private static List<Policy> ofTheAudit(String own, String wiped, Policy... others) {
        return Stream.concat(Stream.of(new Policy("own_scope", "select", own), new Policy("added", "insert", own),
                new Policy("wiped", "delete", own + " and " + wiped)), Stream.of(others)).toList();
    }

    /** Looking for due jobs, and for what failed, is done across boards, with a power of its own; the rest at a board. */
    private static List<Policy> ofTheEngine(String table) {
        List<Policy> policies = new ArrayList<>(List.of(all(table.equals(BYTES) ? "deployment_id_ is null and " + OWN_TENANT : OWN_TENANT)));
        switch (table) {
            case BYTES -> policies.add(new Policy("deployed", "select", "deployment_id_ is not null"));
            case "act_ru_event_subscr" -> policies.add(new Policy("deployed", "select", "tenant_id_ is null"));
            case "act_ru_job" -> {
                policies.add(new Policy("engine_looks", "select", ENGINE));
                policies.add(new Policy("engine_locks", "update", ENGINE));
            }
            case "act_ru_execution", "act_ru_incident" -> policies.add(new Policy("engine_looks", "select", ENGINE));
            default -> { }
        }
        return policies;
    }

    /** How the policies of a table describe themselves, by name. */
    static String described(List<Policy> policies) {
        return policies.stream().sorted(Comparator.comparing(Policy::name)).map(policy -> policy.name() + "=" + policy.described())
                .collect(Collectors.joining(";"));
    }

    private static Policy all(String rows) {
        return new Policy("own_scope", "all", rows);
    }

    /** What the application cannot write there at all needs no wall. */
    private static boolean isUnwalled(Shape table) {
        return table.name().equals(MIGRATED) || isOfTheEngine(table.name()) && isForReading(table);
    }

    /** The owner, who deploys for all boards and keeps the scopes, stands outside the walls of those tables. */
    static boolean bindsTheOwner(String table) {
        return !isOfTheEngine(table) && !table.equals(SCOPES);
    }

    private static boolean isOfTheEngine(String table) {
        return table.startsWith("act_");
    }

    private static boolean isForReading(Shape table) {
        return table.name().startsWith("act_re_") || DEPLOYED.contains(table.name()) || !table.ofTenants();
    }

    /** What the application may do to a table, in the order of the alphabet; the engine keeps no people ({@code act_id_}). */
    static String privileges(Shape table) {
        if (table.name().startsWith("act_id_")) {
            return "";
        }
        if (isUnwalled(table)) {
            return "SELECT";
        }
        if (FOR_EVER.contains(table.name())) {
            return "INSERT, SELECT";
        }
        return UNTIL_WIPED.contains(table.name()) ? "DELETE, INSERT, SELECT" : "DELETE, INSERT, SELECT, UPDATE";
    }
}

package org.probity.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Puts {@link RowRules} on every table there is, after each migration, so that a new table is walled without anybody
 * thinking of it. Only what differs is changed: a start that migrates nothing locks nothing.
 *
 * <p>The walls bind the owner too, so they are lifted for the owner while a migration runs: it may change any row.
 */
public final class RowSecurity implements Callback {

    private static final String TABLES = """
            select c.relname, c.relrowsecurity, c.relforcerowsecurity,
                exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'board' and not a.attisdropped),
                exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id_' and not a.attisdropped),
                coalesce((select string_agg(p.polname || '=' || coalesce(obj_description(p.oid, 'pg_policy'), ''), ';'
                    order by p.polname) from pg_policy p where p.polrelid = c.oid), ''),
                coalesce((select string_agg(g.privilege_type, ', ' order by g.privilege_type) from aclexplode(c.relacl) g
                    where g.grantee = a.role), ''),
                coalesce((select string_agg(distinct g.privilege_type, ', ' order by g.privilege_type) from (
                    select * from aclexplode(c.relacl) union all
                    select g.* from pg_attribute i, aclexplode(i.attacl) g where i.attrelid = c.oid and not i.attisdropped) g
                    where case g.grantee when 0 then true else pg_has_role(a.role, g.grantee, 'member') end), '')
            from (select ?::regrole::oid as role) a, pg_class c
            where c.relnamespace = current_schema()::text::regnamespace and c.relkind in ('r', 'p')
            order by c.relname""";

    private static final String MAKES = """
            select 1 from pg_roles r where pg_has_role(?::regrole, r.oid, 'member') and has_schema_privilege(r.oid, current_schema(), 'create')""";

    private final String role;

    /** @param role the application's, which is let in to every table; quoted where it has to be */
    RowSecurity(String role) {
        this.role = role;
    }

    /**
     * @param privileges that the role was given itself
     * @param inAll that it has in any way, on the table or a part of it: everybody's, and those of roles that it may become
     */
    private record Table(RowRules.Shape shape, boolean enabled, boolean forced, String policies, String privileges, String inAll) {

        String name() {
            return shape.name();
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "row-security";
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            if (!CaseDatabase.isWalled(context.getConnection())) {
                return;
            }
            if (event == Event.AFTER_MIGRATE) {
                raise(context.getConnection());
            } else {
                liftForTheOwner(context.getConnection());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The walls between boards cannot be put on the database", e);
        }
    }

    private void liftForTheOwner(Connection owner) throws SQLException {
        for (Table table : tables(owner)) {
            if (table.forced()) {
                execute(owner, "alter table " + table.name() + " no force row level security");
            }
        }
    }

    /** Walls every table and gives the application what it needs of it. */
    void raise(Connection owner) throws SQLException {
        BoardScopes.make(owner);
        EngineWalls.prepare(owner);
        for (Table table : tables(owner)) {
            wall(owner, table);
            grant(owner, table);
        }
        execute(owner, "grant usage on all sequences in schema " + owner.getSchema() + " to " + role);
        execute(owner, "revoke create on schema " + owner.getSchema() + " from public, " + role);
        execute(owner, "revoke temporary on database " + owner.getCatalog() + " from public");
        requireNoMore(owner);
    }

    /**
     * Asks whether the application has what it was given here and nothing beside. {@link #raise} takes away what was granted to it
     * or to everybody; what another role is for, through which it has something, is not known here.
     *
     * @throws IllegalStateException where it has more, or less
     */
    void requireNoMore(Connection connection) throws SQLException {
        for (Table table : tables(connection)) {
            if (!table.inAll().equals(RowRules.privileges(table.shape()))) {
                throw tooMuch(table.inAll() + " on " + table.name());
            }
        }
        if (!column(connection, MAKES, role).isEmpty()) {
            throw tooMuch("CREATE on the schema");
        }
    }

    private IllegalStateException tooMuch(String what) {
        return new IllegalStateException("the database role " + role + " has other privileges than it works with: " + what + ". What was "
                + "granted to it or to everybody is taken away when the database is prepared; what it has through another role, that role "
                + "has to lose, or this one the other.");
    }

    private static void wall(Connection owner, Table table) throws SQLException {
        List<RowRules.Policy> rules = RowRules.of(table.shape());
        if (rules.isEmpty()) {
            return;
        }
        if (!table.enabled()) {
            execute(owner, "alter table " + table.name() + " enable row level security");
        }
        if (!table.forced() && RowRules.bindsTheOwner(table.name())) {
            execute(owner, "alter table " + table.name() + " force row level security");
        }
        if (!table.policies().equals(RowRules.described(rules))) {
            replace(owner, table.name(), rules);
        }
    }

    private static void replace(Connection owner, String table, List<RowRules.Policy> rules) throws SQLException {
        for (String old : column(owner, "select polname from pg_policy where polrelid = ?::regclass", table)) {
            execute(owner, "drop policy " + old + " on " + table);
        }
        for (RowRules.Policy rule : rules) {
            execute(owner, rule.sql(table));
            execute(owner, rule.comment(table));
        }
    }

    private void grant(Connection owner, Table table) throws SQLException {
        String wanted = RowRules.privileges(table.shape());
        if (!table.privileges().equals(wanted) || !table.inAll().equals(wanted)) {
            execute(owner, "revoke all on " + table.name() + " from public, " + role);
            if (!wanted.isEmpty()) {
                execute(owner, "grant " + wanted + " on " + table.name() + " to " + role);
            }
        }
    }

    private List<Table> tables(Connection owner) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (PreparedStatement query = owner.prepareStatement(TABLES)) {
            query.setString(1, role);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tables.add(new Table(new RowRules.Shape(row.getString(1), row.getBoolean(4), row.getBoolean(5)),
                            row.getBoolean(2), row.getBoolean(3), row.getString(6), row.getString(7), row.getString(8)));
                }
            }
        }
        return tables;
    }

    private static List<String> column(Connection owner, String select, String parameter) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = owner.prepareStatement(select)) {
            query.setString(1, parameter);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}

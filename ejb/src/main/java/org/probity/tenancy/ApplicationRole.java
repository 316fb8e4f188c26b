package org.probity.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The role the application works as on PostgreSQL. A role that may do more than read and write rows could walk round the
 * walls between boards.
 *
 * @param name as PostgreSQL writes it, quoted where it has to be
 * @param above the walls do not bind it, or a role it may become
 */
record ApplicationRole(String name, boolean above) {

    /** Beside the superuser, those that may leave the walls aside, make themselves such a role, reach the files, or own tables. */
    private static final String WHO = """
            select quote_ident(current_user), bool_or(r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolname in
                ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files') or exists (select 1 from pg_class c
                where c.relowner = r.oid and c.relkind in ('r', 'p', 'v') and c.relnamespace = current_schema()::text::regnamespace))
            from pg_roles r where pg_has_role(current_user, r.oid, 'member')""";

    /** Whoever the data source signs in as. */
    static ApplicationRole of(DataSource application) throws SQLException {
        try (Connection connection = application.getConnection();
                PreparedStatement query = connection.prepareStatement(WHO);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new ApplicationRole(row.getString(1), row.getBoolean(2));
        }
    }

    /**
     * @param owner of tables that may not be there yet
     * @throws IllegalStateException where the walls would not hold this role
     */
    void requireLesser(Connection owner) throws SQLException {
        requireLesser();
        if (owns(owner)) {
            throw tooMuch();
        }
    }

    /** @throws IllegalStateException where the walls would not hold this role */
    void requireLesser() {
        if (above) {
            throw tooMuch();
        }
    }

    private IllegalStateException tooMuch() {
        return new IllegalStateException("the database role " + name + " could walk round the walls "
                + "between boards. It must be no superuser, without BYPASSRLS and CREATEROLE, and not the owner of the "
                + "tables (PROBITY_DB_OWNER_USER). README.md has the lines that make both roles.");
    }

    /** Whether it is the owner, or may become it. */
    private boolean owns(Connection owner) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement("select pg_has_role(r.oid, current_user, 'member') from pg_roles r "
                + "where quote_ident(r.rolname) = ?")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}

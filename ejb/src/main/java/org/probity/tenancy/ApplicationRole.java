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
 * @param settings of the role itself, as {@code alter role … set} keeps them, that could change what a statement means or who
 *        sees which rows; empty where there are none
 */
record ApplicationRole(String name, boolean above, String settings) {

    /**
     * Beside the superuser, those that may leave the walls aside, make themselves such a role, copy the whole database, or own
     * anything of the schema; and all that PostgreSQL brings along, of which each may more than read and write some rows, and one
     * stands for the owner of the database.
     */
    private static final String WHO = """
            select quote_ident(current_user), bool_or(r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication or r.rolname like 'pg\\_%'
                or exists (select 1 from pg_namespace n where n.nspowner = r.oid and n.nspname = current_schema())
                or exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace = current_schema()::text::regnamespace)
                or exists (select 1 from pg_proc p where p.proowner = r.oid and p.pronamespace = current_schema()::text::regnamespace))
            from pg_roles r where pg_has_role(current_user, r.oid, 'member')""";

    /** All but those that are known to be about time, memory, plans and logs: a role sets its own, and so whoever has signed in as it. */
    private static final String OWN = """
            select coalesce(string_agg(distinct split_part(own.setting, '=', 1), ', '), '') from pg_db_role_setting d
                join pg_roles r on r.oid = d.setrole, unnest(d.setconfig) own (setting)
            where r.rolname = current_user and d.setdatabase in (0, (select oid from pg_database where datname = current_database()))
                and not exists (select 1 from pg_settings s where lower(s.name) = lower(split_part(own.setting, '=', 1)) and (s.name like '%timeout'
                    or s.category like 'Query Tuning%' or s.category like 'Resource Usage%' or s.category like 'Reporting and Logging%'))""";

    /** Whoever the data source signs in as. */
    static ApplicationRole of(DataSource application) throws SQLException {
        try (Connection connection = application.getConnection();
                PreparedStatement who = connection.prepareStatement(WHO);
                ResultSet role = who.executeQuery();
                PreparedStatement own = connection.prepareStatement(OWN);
                ResultSet settings = own.executeQuery()) {
            role.next();
            settings.next();
            return new ApplicationRole(role.getString(1), role.getBoolean(2), settings.getString(1));
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
        if (!settings.isEmpty()) {
            throw new IllegalStateException("the database role " + name + " has settings of its own that could lead its statements astray: "
                    + settings + ". Find out who made them; \"alter role " + name + " reset all\" takes them away, and with \"in database …\" those "
                    + "that are for one database only.");
        }
    }

    private IllegalStateException tooMuch() {
        return new IllegalStateException("the database role " + name + " could walk round the walls "
                + "between boards. It must be no superuser, without BYPASSRLS, CREATEROLE and REPLICATION, in none of PostgreSQL's own roles (pg_…), "
                + "and not the owner of the database, its schema or anything in it (PROBITY_DB_OWNER_USER). docs/operating.md has the lines that "
                + "make both roles.");
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

package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real PostgreSQL: the application may do with a table what it needs, whoever else was given more. */
class RowSecurityTest {

    private static final String MAY = "select string_agg(p, ' ' order by p) from unnest(array['DELETE', 'INSERT', 'SELECT', 'TRIGGER', 'TRUNCATE', 'UPDATE']) p "
            + "where has_table_privilege('The App', 'audit_entry', p)";
    private static final RowSecurity WALLS = new RowSecurity("\"The App\"");

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        as("postgres", "postgres", "create role the_owner login", "create role \"The App\" login", "create role team role \"The App\"",
                "create role others", "grant others to \"The App\" with inherit false", "create database probity owner the_owner");
        as("the_owner", "probity", "create table board (slug varchar(30))", "create table audit_entry (id int, board varchar(30))");
        raise();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @AfterEach
    void takeAway() throws SQLException {
        as("the_owner", "probity", "revoke all on audit_entry from public, team, others", "revoke create on schema public from public, team, \"The App\"");
        raise();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update on audit_entry to public", "truncate on audit_entry to public", "update (id) on audit_entry to \"The App\"",
        "all on audit_entry to \"The App\"", "update (id), references (id) on audit_entry to public"})
    void whatItWasGivenBesideIsTakenAway(String given) throws SQLException {
        as("the_owner", "probity", "grant " + given);
        assertThatThrownBy(RowSecurityTest::startAsTheApplication).hasMessageContaining("audit_entry");
        raise();
        assertThat(text(MAY)).isEqualTo("DELETE INSERT SELECT");
        assertThat(text("select has_column_privilege('The App', 'audit_entry', 'id', 'update')")).isEqualTo("f");
        assertThatCode(RowSecurityTest::startAsTheApplication).doesNotThrowAnyException();
    }

    /** What else a group is for we do not know. */
    @ParameterizedTest
    @ValueSource(strings = {"update on audit_entry to team", "update (id) on audit_entry to others", "trigger on audit_entry to others"})
    void whatItHasThroughAnotherRoleIsSaid(String given) throws SQLException {
        as("the_owner", "probity", "grant " + given);
        String privilege = given.substring(0, given.indexOf(' ')).toUpperCase(Locale.ROOT);
        assertThatThrownBy(RowSecurityTest::raise).isInstanceOf(IllegalStateException.class).hasMessageContaining("audit_entry").hasMessageContaining(privilege);
        assertThatThrownBy(RowSecurityTest::startAsTheApplication).isInstanceOf(IllegalStateException.class).hasMessageContaining(privilege);
    }

    @Test
    void nothingIsMadeBesideTheOwnersTables() throws SQLException {
        for (String to : new String[] {"public", "\"The App\""}) {
            as("the_owner", "probity", "grant create on schema public to " + to);
            assertThatThrownBy(RowSecurityTest::startAsTheApplication).as(to).hasMessageContaining("schema");
            raise();
            assertThat(text("select has_schema_privilege('The App', 'public', 'create')")).isEqualTo("f");
        }
        as("the_owner", "probity", "grant create on schema public to team");
        assertThatThrownBy(RowSecurityTest::raise).hasMessageContaining("schema");
    }

    private static void raise() throws SQLException {
        try (Connection owner = postgres.getDatabase("the_owner", "probity").getConnection()) {
            WALLS.raise(owner);
        }
    }

    private static void startAsTheApplication() throws SQLException {
        try (Connection application = postgres.getDatabase("The App", "probity").getConnection()) {
            WALLS.requireNoMore(application);
        }
    }

    private static void as(String role, String database, String... statements) throws SQLException {
        try (Connection connection = postgres.getDatabase(role, database).getConnection(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection owner = postgres.getDatabase("the_owner", "probity").getConnection(); Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}

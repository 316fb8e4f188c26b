package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real PostgreSQL: Probity works only as a role that the walls between boards hold. */
class ApplicationRoleTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        asSuperuser("postgres", "create role probity_owner login", "create role plain login",
                "create database probity owner probity_owner");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static void asSuperuser(String database, String... statements) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void aRoleThatOnlySignsInIsLetIn() {
        assertThatCode(() -> requireLesser("plain", "probity_owner", "probity")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser", "bypassrls", "createrole", "in role probity_owner", "noinherit in role probity_owner",
        "in role pg_read_server_files", "in role pg_write_server_files", "in role pg_execute_server_program",
        "replication", "in role pg_read_all_data", "noinherit in role pg_write_all_data", "in role pg_signal_backend"})
    void aRoleThatCouldWalkRoundTheWallsIsTurnedAway(String with) throws SQLException {
        asSuperuser("postgres", "create role greedy login " + with);
        try {
            refuses("greedy", "probity_owner", "probity");
        } finally {
            asSuperuser("postgres", "drop role greedy");
        }
    }

    /** What it owns it may change, and by a function of its own everything that sets it off. */
    @ParameterizedTest
    @ValueSource(strings = {"table x (id int)", "sequence x", "materialized view x as select 1", "function x() returns int language sql return 1"})
    void aRoleThatOwnsSomethingOfTheSchemaIsTurnedAway(String what) throws SQLException {
        String kind = what.substring(0, what.indexOf(" x"));
        asSuperuser("probity", "create " + what, "alter " + kind + " x owner to plain");
        try {
            refuses("plain", "probity_owner", "probity");
        } finally {
            asSuperuser("probity", "drop " + kind + " x");
        }
    }

    @Test
    void aRoleThatOwnsTheDatabaseOrTheSchemaIsTurnedAway() throws SQLException {
        asSuperuser("postgres", "create role landlord login", "create role tenant login", "create database let owner landlord");
        asSuperuser("let", "create table note (id int)");
        assertThatThrownBy(() -> ApplicationRole.of(postgres.getDatabase("landlord", "let")).requireLesser()).hasMessageContaining("could walk round the walls");
        asSuperuser("let", "alter schema public owner to tenant");
        assertThatThrownBy(() -> ApplicationRole.of(postgres.getDatabase("tenant", "let")).requireLesser()).hasMessageContaining("could walk round the walls");
    }

    @Test
    void aRoleThatCanBecomeOneThatIsNotHeldIsTurnedAwayToo() throws SQLException {
        asSuperuser("postgres", "create role unbound bypassrls", "create role go_between in role unbound",
                "create role climber login noinherit in role go_between");
        refuses("climber", "probity_owner", "probity");
    }

    @Test
    void theOwnerIsTurnedAway() {
        refuses("probity_owner", "probity_owner", "probity");
    }

    @Test
    void aRoleWhoseNameNeedsQuotesIsNamedAsPostgresWritesIt() throws SQLException {
        asSuperuser("postgres", "create role \"The App\" login");
        assertThat(ApplicationRole.of(postgres.getDatabase("The App", "probity"))).isEqualTo(new ApplicationRole("\"The App\"", false, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search_path = 'elsewhere'", "row_security = off", "session_preload_libraries = 'plpgsql'",
        "role = 'plain'", "standard_conforming_strings = off", "transform_null_equals = on", "\"probity.board\" = 'x'", "session_replication_role = 'replica'"})
    void aRoleWhoseOwnSettingsCouldLeadItsStatementsAstrayIsTurnedAway(String setting) throws SQLException {
        for (String where : new String[] {"", " in database probity"}) {
            asSuperuser("postgres", "alter role plain" + where + " set " + setting);
            try {
                assertThatThrownBy(() -> requireLesser("plain", "probity_owner", "probity")).as(setting + where)
                        .isInstanceOf(IllegalStateException.class).hasMessageContaining(setting.replace("\"", "").split(" ")[0]);
            } finally {
                asSuperuser("postgres", "alter role plain" + where + " reset all");
            }
        }
    }

    @Test
    void aRoleWhoseStatementsEndSoonerOrAreLoggedIsLetIn() throws SQLException {
        asSuperuser("postgres", "alter role plain set statement_timeout = '5s'", "alter role plain set work_mem = '8MB'",
                "alter role plain set log_min_duration_statement = 1000", "alter role plain set random_page_cost = 1.1");
        try {
            assertThatCode(() -> requireLesser("plain", "probity_owner", "probity")).doesNotThrowAnyException();
        } finally {
            asSuperuser("postgres", "alter role plain reset all");
        }
    }

    /** The lines of docs/operating.md for a database that has known one role so far. */
    @Test
    void oneRoleBecomesTwo() throws SQLException {
        asSuperuser("postgres", "create role one login", "create database before owner one");
        try (Connection one = postgres.getDatabase("one", "before").getConnection(); Statement statement = one.createStatement()) {
            statement.execute("create table note (id bigint primary key)");
            statement.execute("create sequence probity_id");
        }
        refuses("one", "one", "before");
        asSuperuser("before", "create role one_owner login", "reassign owned by one to one_owner");
        assertThatCode(() -> requireLesser("one", "one_owner", "before")).doesNotThrowAnyException();
        try (Connection owner = postgres.getDatabase("one_owner", "before").getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table note add column words varchar(10)");
            statement.execute("create table another (id bigint)");
        }
    }

    private static void refuses(String application, String owner, String database) {
        assertThatThrownBy(() -> requireLesser(application, owner, database)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could walk round the walls");
    }

    private static void requireLesser(String application, String owner, String database) throws SQLException {
        try (Connection connection = postgres.getDatabase(owner, database).getConnection()) {
            ApplicationRole.of(postgres.getDatabase(application, database)).requireLesser(connection);
        }
    }
}

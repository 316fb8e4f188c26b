package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.token.ApiToken;

/** What the migration makes of an installation of an earlier release, which never said what it is. */
class InstallationMarkTest {

    private static final String EARLIER = "101";
    private static final String OWN_OPERATOR = account(3, "operator", "operator@localhost", true);

    private final JdbcDataSource database = new JdbcDataSource();

    @BeforeEach
    void anInstallationOfAnEarlierRelease() {
        database.setURL("jdbc:h2:mem:marks" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        migrations().target(EARLIER).load().migrate();
    }

    @Test
    void anEmptyOneIsNothingYet() throws SQLException {
        assertThat(kindOf()).isNull();
    }

    @Test
    void oneThatHoldsNothingButTheDemonstrationIsOne() throws SQLException {
        assertThat(kindOf(account(1, "operator@example.org", "operator@example.org", true), board("chscb"), token("chscb"))).isEqualTo("DEMO");
    }

    @Test
    void oneWithItsOwnOperatorIsReal() throws SQLException {
        assertThat(kindOf(OWN_OPERATOR)).isEqualTo("REAL");
    }

    @Test
    void oneThatTheDemonstrationWasAddedToIsReal() throws SQLException {
        assertThat(kindOf(account(1, "operator@example.org", "operator@example.org", true), board("chscb"), token("chscb"), OWN_OPERATOR))
                .isEqualTo("REAL");
    }

    @Test
    void oneWithABoardOfItsOwnIsReal() throws SQLException {
        assertThat(kindOf(account(1, "operator@example.org", "operator@example.org", true), board("chscb"), token("chscb"), board("kent")))
                .isEqualTo("REAL");
    }

    @Test
    void oneWithoutTheWellKnownTokensIsReal() throws SQLException {
        assertThat(kindOf(account(1, "operator@example.org", "operator@example.org", true), board("chscb"))).isEqualTo("REAL");
    }

    @Test
    void oneWhoseOperatorIsNoneIsReal() throws SQLException {
        assertThat(kindOf(account(1, "operator@example.org", "operator@example.org", false), board("chscb"), token("chscb"))).isEqualTo("REAL");
    }

    @Test
    void theDatabaseTakesOneWordOnceAndNoOther() throws SQLException {
        assertThat(kindOf(OWN_OPERATOR)).isEqualTo("REAL");
        for (String second : List.of("'KIND', 'DEMO'", "'KIND', 'REAL'", "'FIRST_DATA', 'WRITTEN'", "'KIND2', 'REAL'")) {
            assertThatThrownBy(() -> execute("insert into installation_mark values (" + second + ", current_timestamp)"))
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> execute("update installation_mark set word = 'MAYBE' where name = 'KIND'")).isInstanceOf(SQLException.class);
    }

    /** The kind it is given; whatever it is, its first data counts as written. */
    private String kindOf(String... rows) throws SQLException {
        for (String row : rows) {
            execute("insert into " + row);
        }
        migrations().load().migrate();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet marks = statement.executeQuery("select word from installation_mark order by name")) {
            if (!marks.next()) {
                return null;
            }
            assertThat(marks.getString(1)).isEqualTo("WRITTEN");
            assertThat(marks.next()).isTrue();
            return marks.getString(1);
        }
    }

    private static String account(int id, String username, String email, boolean operator) {
        return "account (id, version, username, display_name, email, password_hash, language, is_operator, failures, must_change_password) values ("
                + id + ", 0, '" + username + "', 'N', '" + email + "', 'x', 'EN', " + operator + ", 0, false)";
    }

    private static String board(String slug) {
        return "board (slug, name, prefix, country, accent, bilingual, contact_email, removal_days, reminder_days, cooperation_days, "
                + "acknowledgement_days, chaser_days, progress_days, investigation_days, retention_years) values ('" + slug + "', 'B', '" + slug
                + "', 'ENGLAND', '#000000', false, 'b@example.org', 1, 1, 1, 1, 1, 1, 1, 1)";
    }

    private static String token(String board) {
        return "api_token (id, board, version, token_hash, account_id, name, scopes, created_at) values (9, '" + board + "', 0, '"
                + ApiToken.hash("demo-" + board + "-officer") + "', 1, 't', 'READ', current_timestamp)";
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private FluentConfiguration migrations() {
        return Flyway.configure().dataSource(database).locations("classpath:db/migration")
                .javaMigrations(ServiceLoader.load(JavaMigration.class).stream().map(ServiceLoader.Provider::get).toArray(JavaMigration[]::new))
                .placeholders(Map.of("bytes", "blob", "stored", "", "bytewise", "")).outOfOrder(true);
    }
}

package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a real PostgreSQL: the application alone says whose rows are seen, and SQL that somebody slips in cannot. */
class BoardScopeTest {

    private static final ScopeKey KEY = new ScopeKey(new byte[] {1, 2, 3});

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().start();
        try (Connection superuser = postgres.getPostgresDatabase().getConnection()) {
            execute(superuser, "create role the_owner login", "create role app login", "create database probity owner the_owner");
        }
        try (Connection owner = connection("the_owner")) {
            execute(owner, "create table board (slug varchar(30))", "insert into board values ('chscb'), ('nscb')",
                    "create table note (id int, board varchar(30))", "create table audit_entry (id int, board varchar(30))",
                    "create table act_ru_job (id_ varchar(64), rev_ int, lock_owner_ varchar(64), lock_exp_time_ timestamp, duedate_ timestamp, "
                            + "root_proc_inst_id_ varchar(64), handler_cfg_ varchar(64), exception_stack_id_ varchar(64), tenant_id_ varchar(64))",
                    "create table act_ru_variable (bytearray_id_ varchar(64), tenant_id_ varchar(64))",
                    "create table act_ge_bytearray (id_ varchar(64), deployment_id_ varchar(64), tenant_id_ varchar(64))",
                    "create table act_re_procdef (id_ varchar(64), tenant_id_ varchar(64))", "create sequence probity_id",
                    "insert into note values (1, 'chscb'), (2, 'nscb')", "insert into audit_entry values (1, 'chscb'), (2, 'nscb')",
                    "insert into act_ge_bytearray values ('trace', null, null), ('drawing', 'deployment', null)",
                    "insert into act_ru_job values ('job', 1, null, null, now(), 'root', 'x', 'trace', 'nscb')");
            new RowSecurity("app").raise(owner);
            new RowSecurity("app").raise(owner);
            keep(owner, KEY);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void aCapabilityOpensItsBoardUntilTheTransactionEnds() throws SQLException {
        try (Connection app = transaction()) {
            new BoardScope("chscb").enter(app, KEY);
            assertThat(number(app, "select count(*) from note")).isOne();
            assertThat(number(app, "select id from note")).isOne();
            new BoardScope("nscb").enter(app, KEY);
            assertThat(number(app, "select id from note")).isEqualTo(2);
            app.commit();
            assertThat(number(app, "select count(*) from note")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nscb", "-", "+engine", "+wipe", "", "+", ":", "nscb:", "chscb ", "nscb:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "+engine:x"})
    void whatSqlSaysOfItselfOpensNothing(String scope) throws SQLException {
        try (Connection app = transaction()) {
            forge(app, "board", scope);
            forge(app, "power", scope);
            assertThat(number(app, "select count(*) from note")).isZero();
            assertThat(number(app, "select count(*) from act_ru_job")).isZero();
            assertThat(update(app, "delete from audit_entry")).isZero();
            new BoardScope("chscb").enter(app, KEY);
            forge(app, "power", scope);
            assertThat(number(app, "select count(*) from act_ru_job")).isZero();
            assertThat(update(app, "delete from audit_entry")).isZero();
        }
    }

    @Test
    void neitherAnotherKeyNorAHashOpensAScope() throws SQLException {
        try (Connection app = transaction()) {
            new BoardScope("nscb").enter(app, new ScopeKey(new byte[] {9}));
            assertThat(number(app, "select count(*) from note")).isZero();
            for (String said : List.of("encode(proof, 'hex')", "encode(proof, 'base64')", "scope || ':' || encode(proof, 'hex')", "proof::text")) {
                assertThat(number(app, "select count(set_config('probity.board', " + said + ", true)) from board_scope where scope = 'nscb'")).isOne();
                assertThat(number(app, "select count(*) from note")).as(said).isZero();
            }
        }
    }

    @Test
    void theInstallationAddsScopesOfNewBoardsAndNoOthers() throws SQLException {
        try (Connection app = transaction()) {
            for (String wanted : List.of("-", "+engine", "+wipe", "nscb", "x+wipe")) {
                new BoardScope("-").enter(app, KEY);
                assertThatThrownBy(() -> update(app, "insert into board_scope values ('" + wanted + "', sha256('mine'))")).as(wanted)
                        .hasMessageMatching("(?s).*(row-level security|duplicate key).*");
                app.rollback();
            }
            new BoardScope("chscb").enter(app, KEY);
            assertThatThrownBy(() -> update(app, "insert into board_scope values ('another', sha256('mine'))")).hasMessageContaining("row-level security");
            app.rollback();
            new BoardScope("-").enter(app, KEY);
            BoardScopes.add(app, KEY, "another");
            BoardScopes.add(app, KEY, "another");
            assertThatThrownBy(() -> BoardScopes.add(app, new ScopeKey(new byte[] {9}), "another")).hasMessageContaining("another key");
            assertThat(update(app, "delete from board_scope")).isZero();
            new BoardScope("another", BoardScope.WIPE).enter(app, KEY);
            assertThat(update(app, "delete from board_scope")).isZero();
            new BoardScope("-", BoardScope.WIPE).enter(app, KEY);
            assertThat(update(app, "delete from board_scope where scope in ('-', '+engine', '+wipe')")).isZero();
            BoardScopes.drop(app, "another");
            assertThat(number(app, "select count(*) from board_scope where scope = 'another'")).isZero();
        }
    }

    @Test
    void whatIsKeptForEverGoesWithAWipedBoardOnly() throws SQLException {
        try (Connection app = transaction()) {
            new BoardScope("chscb").enter(app, KEY);
            assertThat(update(app, "delete from audit_entry")).isZero();
            new BoardScope("chscb", BoardScope.WIPE).enter(app, KEY);
            assertThat(number(app, "select count(*) from note")).isOne();
            assertThat(update(app, "delete from audit_entry")).isOne();
            new BoardScope("nscb").enter(app, KEY);
            assertThat(update(app, "delete from audit_entry")).isZero();
        }
    }

    @Test
    void lookingAcrossBoardsIsForLockingJobs() throws SQLException {
        try (Connection app = transaction()) {
            new BoardScope(BoardResolver.NO_BOARD, BoardScope.ENGINE).enter(app, KEY);
            assertThat(update(app, "update act_ru_job set rev_ = 2, lock_owner_ = 'me', lock_exp_time_ = now(), root_proc_inst_id_ = null")).isOne();
            assertThat(update(app, "delete from act_ru_job")).isZero();
            assertThatThrownBy(() -> update(app, "update act_ru_job set handler_cfg_ = 'y'")).hasMessageContaining("nothing else");
            app.rollback();
            new BoardScope("nscb").enter(app, KEY);
            assertThat(update(app, "update act_ru_job set handler_cfg_ = 'y'")).isOne();
        }
    }

    @Test
    void theEnginesBytesAreTheirBoardsAndDrawingsAreForReading() throws SQLException {
        try (Connection app = transaction()) {
            new BoardScope("nscb").enter(app, KEY);
            assertThat(number(app, "select count(*) from act_ge_bytearray")).as("a trace and a drawing").isEqualTo(2);
            assertThat(update(app, "update act_ge_bytearray set id_ = id_")).isOne();
            assertThat(update(app, "insert into act_ge_bytearray values ('new', null, null)")).isOne();
            assertThat(text(app, "select tenant_id_ from act_ge_bytearray where id_ = 'new'")).isEqualTo("nscb");
            assertThatThrownBy(() -> update(app, "insert into act_ge_bytearray values ('planted', 'deployment', 'nscb')")).hasMessageContaining("row-level security");
            app.rollback();
            new BoardScope("chscb").enter(app, KEY);
            assertThat(text(app, "select min(id_) || count(*) from act_ge_bytearray")).isEqualTo("drawing1");
            assertThatThrownBy(() -> update(app, "insert into act_re_procdef values ('planted', null)")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void anotherKeyTakesThePlaceOfTheOldOneWhereTheOwnerSaysSo() throws SQLException {
        ScopeKey other = new ScopeKey(new byte[] {7});
        try (Connection owner = connection("the_owner"); Connection app = transaction()) {
            keep(owner, other);
            new BoardScope("nscb").enter(app, KEY);
            assertThat(number(app, "select count(*) from note")).isZero();
            new BoardScope("nscb").enter(app, other);
            assertThat(number(app, "select count(*) from note")).isOne();
            app.rollback();
            keep(owner, KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update board_scope set proof = sha256('mine')", "truncate board_scope", "drop table board_scope",
        "alter table board_scope disable row level security", "create policy mine on board_scope for update using (true)"})
    void theApplicationCannotChangeWhatScopesAreKnownBy(String sql) throws SQLException {
        try (Connection app = transaction()) {
            assertThatThrownBy(() -> execute(app, sql)).isInstanceOfSatisfying(SQLException.class,
                    refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private static void keep(Connection owner, ScopeKey key) throws SQLException {
        owner.setAutoCommit(false);
        BoardScopes.keep(owner, key);
        owner.commit();
    }

    private static Connection connection(String role) throws SQLException {
        return postgres.getDatabase(role, "probity").getConnection();
    }

    private static Connection transaction() throws SQLException {
        Connection connection = connection("app");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void forge(Connection app, String setting, String said) throws SQLException {
        try (PreparedStatement set = app.prepareStatement("select set_config(?, ?, true)")) {
            set.setString(1, "probity." + setting);
            set.setString(2, said);
            set.execute();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

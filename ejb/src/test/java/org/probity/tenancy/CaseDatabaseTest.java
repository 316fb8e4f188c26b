package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;
import org.probity.kernel.Refusal;

/** Servers that start together prepare their database one after the other: on a real PostgreSQL. */
class CaseDatabaseTest {

    private static final int SECONDS = 20;
    private static final String ENDLESS = "select count(*) from system_range(1, 100000000000) where mod(x, 7) = 9";

    private static EmbeddedPostgres postgres;
    private static DataSource database;

    private final List<String> done = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        database = postgres.getPostgresDatabase();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void onPostgresAStatementThatTakesTooLongIsEndedUnlessABoardIsMoved() throws SQLException {
        PGSimpleDataSource cut = new PGSimpleDataSource();
        cut.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
        cut.setOptions("-c statement_timeout=200ms");
        try (Connection connection = cut.getConnection()) {
            isEnded(connection, "select pg_sleep(60)");
            CaseDatabase.unhurried(connection);
            run(connection, "select pg_sleep(0.4)");
            CaseDatabase.inHaste(connection);
            isEnded(connection, "select pg_sleep(60)");
        }
    }

    @Test
    @Timeout(60)
    void onH2AStatementThatTakesTooLongIsEndedUnlessABoardIsMoved() throws Exception {
        String url = "jdbc:h2:mem:long-statements";
        try (Connection owner = DriverManager.getConnection(url); Connection slow = DriverManager.getConnection(url)) {
            slow.setAutoCommit(false);
            run(slow, "create table kept as select 1 as id");
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> isEnded(slow, ENDLESS));
            while (!ended.isDone()) {
                CaseDatabase.endLong(owner, Duration.ZERO);
            }
            ended.get();
            CaseDatabase.unhurried(slow);
            CompletableFuture<Void> goesOn = CompletableFuture.runAsync(() -> isEnded(slow, ENDLESS));
            while (!isBusy(owner)) {
                assertThat(goesOn).isNotDone();
            }
            CaseDatabase.endLong(owner, Duration.ZERO);
            CaseDatabase.endLong(owner, Duration.ofHours(1));
            assertThat(isBusy(owner)).isTrue();
            run(owner, "select cancel_session(session_id) from information_schema.sessions where session_id <> session_id()");
            goesOn.get();
            CaseDatabase.inHaste(slow);
        }
    }

    private static boolean isBusy(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement(); ResultSet busy = statement.executeQuery("select count(*) from information_schema.sessions "
                + "where session_id <> session_id() and executing_statement like '%system_range%'")) {
            busy.next();
            return busy.getInt(1) == 1;
        }
    }

    /** The other one's settings are overlooked by each driver, so that one data source has both. */
    @Test
    void eachDriverOverlooksTheSettingsOfTheOther() throws SQLException {
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:mem:", asProperty("options", "-c statement_timeout=20s"))) {
            run(h2, "select 1");
        }
        Properties foreign = asProperty("TRACE_LEVEL_FILE", "0");
        try (Connection walled = DriverManager.getConnection(postgres.getJdbcUrl("postgres", "postgres"), foreign)) {
            run(walled, "select 1");
        }
    }

    private static Properties asProperty(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    private static void isEnded(Connection connection, String statement) {
        SQLException ended = catchThrowableOfType(SQLException.class, () -> run(connection, statement));
        assertThat(Refusal.in(new IllegalStateException(ended)).kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    private static void run(Connection connection, String select) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(select);
        }
    }

    @Test
    void theSecondWaitsUntilTheFirstIsDone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> first = server(() -> {
            begun.countDown();
            done.add("first begins");
            await(goOn);
            done.add("first ends");
        });
        await(begun);
        CompletableFuture<Void> second = server(() -> done.add("second"));
        while (waiting() == 0) {
            assertThat(second).isNotDone();
        }
        goOn.countDown();
        CompletableFuture.allOf(first, second).get(SECONDS, TimeUnit.SECONDS);
        assertThat(done).containsExactly("first begins", "first ends", "second");
    }

    @Test
    void whoFailsLetsTheNextOneIn() throws Exception {
        assertThatThrownBy(() -> CaseDatabase.alone(database, owner -> {
            throw new SQLException("The migration is broken");
        })).hasMessage("The migration is broken");
        server(() -> done.add("next")).get(SECONDS, TimeUnit.SECONDS);
        assertThat(done).containsExactly("next");
    }

    @Test
    void theEmbeddedDatabaseNeedsNobodyToWait() throws SQLException {
        JdbcDataSource embedded = new JdbcDataSource();
        embedded.setURL("jdbc:h2:mem:alone");
        CaseDatabase.alone(embedded, owner -> done.add(owner.getMetaData().getDatabaseProductName()));
        assertThat(done).containsExactly("H2");
    }

    /** As another server would, on a connection of its own. */
    private static CompletableFuture<Void> server(Runnable work) {
        return CompletableFuture.runAsync(() -> {
            try {
                CaseDatabase.alone(database, owner -> work.run());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static int waiting() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet locks = statement.executeQuery("select count(*) from pg_locks where locktype = 'advisory' and not granted")) {
            locks.next();
            return locks.getInt(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

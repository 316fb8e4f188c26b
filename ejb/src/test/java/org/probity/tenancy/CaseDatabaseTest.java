package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Servers that start together prepare their database one after the other: on a real PostgreSQL. */
class CaseDatabaseTest {

    private static final int SECONDS = 20;

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
            Thread.sleep(20);
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

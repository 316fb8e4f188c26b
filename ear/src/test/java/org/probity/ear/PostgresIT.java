package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On PostgreSQL the migrations run, the mappings fit, and the main job is done as on H2. */
class PostgresIT {

    private static final Duration A_NIGHT = Duration.ofHours(12);
    private static final int CLIENTS = 8;
    private static final int READS = 200;

    private static PostgresServer database;
    private static Server server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = PostgresServer.start();
        server = Server.named("postgres", 400).withMovableClock().with(database.environment()).with(Map.of("PROBITY_QUERY_SECONDS", "8")).start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        database.close();
    }

    /** By PostgreSQL itself: nobody waits for it any more, and it takes no processor time either. */
    @Test
    @Timeout(60)
    void aQueryThatRunsOnIsEnded() {
        assertThatThrownBy(() -> server.rows("pg_sleep(600)")).isInstanceOf(IllegalStateException.class);
        assertThat(server.rows("count(*) from pg_stat_activity where state = 'active' and query like 'select pg_sleep%'")).containsExactly("0");
    }

    /** A role may change what its own connections begin with; the server's say themselves where the tables stand and that rows are walled. */
    @Test
    void whatTheRoleSetsForItselfDoesNotReachTheServer() throws SQLException {
        Api api = new Api(server, "chscb");
        try (Connection superuser = database.asSuperuser(); Statement role = superuser.createStatement();
                Connection application = database.asApplication(); Statement itself = application.createStatement()) {
            itself.execute("alter role probity set search_path = nowhere");
            itself.execute("alter role probity set row_security = off");
            try {
                role.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'probity'");
                Api.await("new connections work", () -> api.tryGet("officer", "worklist").status() == 200);
                assertThat(server.rows("current_setting('search_path') || ' ' || current_setting('row_security')")).containsExactly("public,pg_temp on");
            } finally {
                role.execute("alter role probity reset all");
            }
        }
    }

    /** The caller, their board and the list with one connection. PostgreSQL counts one more each time, in which the pool has tried it. */
    @Test
    void aListIsReadInOneTransaction() throws SQLException {
        Api api = new Api(server, "nscb");
        api.get("officer", "worklist");
        try (Connection superuser = database.asSuperuser()) {
            long before = transactions(superuser);
            IntStream.range(0, READS).forEach(i -> api.get("officer", "worklist"));
            Api.await("they are counted", () -> counted(superuser) >= before + READS);
            assertThat(transactions(superuser) - before).isLessThan(3 * READS);
        }
    }

    private static long counted(Connection connection) {
        try {
            return transactions(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long transactions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(xact_commit + xact_rollback) from pg_stat_database where datname = 'probity'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whatever it is that keeps the database from answering, a balancer is told so. */
    @Test
    @Timeout(60)
    void aServerWhoseTablesAreHeldByAnotherIsNotReady() throws SQLException {
        try (Connection owner = database.asOwner(); Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("lock table board in access exclusive mode");
            HttpResponse<String> held = server.get("/health/ready");
            assertThat(held.statusCode()).isEqualTo(503);
            assertThat(held.headers().firstValue("Retry-After")).isPresent();
            owner.rollback();
        }
        Api.await("it is ready again", () -> server.get("/health/ready").statusCode() == 200);
    }

    @Test
    void aConcernReachesItsOutcomeAndIsStillThereAfterARestart() {
        List<Walk> walks = List.of(walk("chscb"), walk("cwmtaf"));
        server.advance(Duration.between(server.now(), walks.get(0).replyBy()).minusHours(1));
        List<List<JsonObject>> before = new ArrayList<>();
        for (Walk walk : walks) {
            Api.await("the reminder has struck", () -> Walk.objects(walk.removal(), "rounds")
                    .anyMatch(round -> round.has("remindedAt") && !round.get("remindedAt").isJsonNull()));
            walk.remove().askForStatement().refer().awaitReferral().decide().close();
            assertThat(walk.page().get("stage").getAsString()).isEqualTo("CLOSED");
            assertThat(walk.waiting()).isEmpty();
            before.add(walk.everything());
        }
        server.stop();
        server.startAfter(A_NIGHT);
        assertThat(walks.stream().map(Walk::everything).toList()).isEqualTo(before);
    }

    /** The first act of a year also begins its numbers: it must not wait for itself, nor may two begin them. */
    @Test
    void theFirstCasesOfAYearCanComeTogether() throws InterruptedException, ExecutionException {
        Api api = new Api(server, "nscb");
        Callable<String> report = () -> api.post("officer", "concerns", Walk.concern()).json().get("reference").getAsString();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<String> references = new ArrayList<>();
        for (Future<String> reported : clients.invokeAll(Collections.nCopies(CLIENTS, report))) {
            references.add(reported.get());
        }
        clients.shutdown();
        assertThat(references).doesNotHaveDuplicates().hasSize(CLIENTS);
    }

    /** The words have more beginnings and ends than are asked for at once: names are looked for among all of the board. */
    @Test
    void whoIsNamedBehindEndlessWordsDoesNotSeeTheCase() {
        Api api = new Api(server, "chscb");
        String words = IntStream.range(0, 90).mapToObj(i -> (char) ('a' + i % 26) + Integer.toString(i + 40, 36) + "qwertyuiopasdfghjklzxcvbnmqwertyuiop")
                .collect(Collectors.joining(" ", "", " Chscb Second Compliance Officer"));
        String reference = api.post("officer", "concerns", Map.of("what", words)).json().get("reference").getAsString();
        assertThat(List.of("officer", "officer2")).map(role -> api.tryGet(role, "investigations/" + reference).status()).containsExactly(200, 404);
    }

    @Test
    void ofEightEqualActsAtOnceOneIsDone() {
        new Races(server, "lscb").wholeLife();
    }

    private static Walk walk(String board) {
        return new Walk(new Api(server, board)).report().detect().askForRemoval().awaitRemovalRequest();
    }
}

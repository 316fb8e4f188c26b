package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.kernel.Refusal;

/** However a database tells somebody that another was faster, they are told so, and nothing else is taken for it. */
class LostRaceTest {

    private static final String LOCK = "select id from organisation where id = %d for update";

    @ParameterizedTest
    @EnumSource
    void whoeverWaitsTooLongOrForEachOtherIsRefused(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate(null); Connection one = database.session(); Connection two = database.session()) {
            long first = database.insert("organisation", Map.of("board", "chscb"));
            long second = database.insert("organisation", Map.of("board", "chscb"));
            execute(one, LOCK, first);
            assertLost(catchThrowableOfType(SQLException.class, () -> execute(two, LOCK, first)));
            two.rollback();
            execute(two, LOCK, second);
            CompletableFuture<SQLException> waiting = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(SQLException.class, () -> execute(one, LOCK, second)));
            assertLost(loser(waiting, catchThrowableOfType(SQLException.class, () -> execute(two, LOCK, first)), two));
        }
    }

    /** Of two who wait for each other one goes on as soon as the other has given up. */
    private static SQLException loser(CompletableFuture<SQLException> other, SQLException own, Connection connection)
            throws SQLException, InterruptedException, ExecutionException {
        connection.rollback();
        SQLException others = other.get();
        return own == null ? others : own;
    }

    @ParameterizedTest
    @EnumSource
    void whoeverPointsAtWhatIsGoneIsRefused(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate(null)) {
            database.execute(make == EmptyDatabase.Make.H2 ? "set referential_integrity true" : "set session_replication_role = origin");
            assertLost(catchThrowableOfType(SQLException.class, () -> database.insert("organisation", Map.of("board", "gone"))));
        }
    }

    @Test
    void whatIsOurOwnMistakeIsNotTakenForARace() {
        assertThat(Stream.of("23502", "22001", "42601", "42501", "08006", null).map(state -> Refusal.in(new SQLException("broken", state))))
                .containsOnlyNulls();
    }

    @Test
    void theRaceIsFoundWhereverItHangs() {
        SQLException batch = new BatchUpdateException();
        batch.setNextException(new SQLException("duplicate", "23505"));
        assertLost(batch);
        assertLost(new SQLException("check", "23514"));
        assertLost(new SQLException("serialisation", "40001"));
    }

    private static void assertLost(SQLException thrown) {
        Refusal refusal = Refusal.in(new IllegalStateException("The commit failed", thrown));
        assertThat(refusal).as(String.valueOf(thrown)).isNotNull();
        assertThat(refusal.kind().status()).isEqualTo(409);
        assertThat(refusal.problems()).extracting(Refusal.Problem::key).containsExactly("kernel.refused.lostRace");
    }

    private static void execute(Connection connection, String sql, long id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(id));
        }
    }
}

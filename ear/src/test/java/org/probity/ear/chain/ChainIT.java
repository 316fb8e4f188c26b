package org.probity.ear.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.ear.Api;
import org.probity.ear.PostgresServer;

/**
 * Many act at one board at once: its chain stays whole, nobody is left waiting for good, and the chain costs little of what
 * they get done. The cost is measured with and without the chain, by turns of some acts on one server, so that whatever
 * else the machine does weighs on both. Longer, for figures to be quoted:
 *
 * <pre>./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ChainIT -Dchain.turns=24 -Dchain.acts=250</pre>
 */
@Tag("alone")
class ChainIT {

    private static final int CLIENTS = 16;
    private static final double AT_LEAST = 0.80;
    private static final int WARM_UP = 300;
    private static final int TURNS = Integer.getInteger("chain.turns", 6);
    private static final int MOST_TURNS = 4 * TURNS;
    private static final int TURN = Integer.getInteger("chain.acts", 100);

    /** Of one person in the two periods that such a run may touch, with what is said of the rest; the others are counted. */
    private static final long DENIED_AT_MOST = 2 * 31 + 2;

    @TempDir
    private Path folder;

    @Test
    void theEmbeddedDatabaseKeepsUp() {
        try (ChainServer server = ChainServer.start("chain", 1020, folder, null)) {
            holds("H2", server);
        }
    }

    @Test
    void postgresKeepsUp() throws IOException, SQLException {
        try (PostgresServer database = PostgresServer.start();
                ChainServer server = ChainServer.start("chain-postgres", 1030, folder, database)) {
            holds("PostgreSQL", server);
        }
    }

    private void holds(String name, ChainServer server) {
        stayWhole(name, server);
        costsLittle(name, server);
        assertThat(server.server().log()).doesNotContainIgnoringCase("deadlock");
    }

    private static void stayWhole(String name, ChainServer server) {
        Api auditor = new Api(server.server(), "chscb");
        Clients clients = new Clients(auditor, CLIENTS);
        try (clients) {
            clients.awaitMore(WARM_UP / 2);
            server.signToday();
            clients.awaitMore(WARM_UP / 2);
        }

        assertThat(clients.answers()).containsOnlyKeys("report 201", "answer 204", "note 201", "look 200", "try 403");
        JsonObject verdict = auditor.post("auditor", "audit/verification", Map.of()).json().getAsJsonObject("verdict");
        assertThat(verdict.get("kind").getAsString()).isEqualTo("WHOLE");
        assertThat(kept(server, "concern.reported")).isEqualTo(clients.answered("report", 201));
        assertThat(kept(server, "investigation.noted")).isEqualTo(clients.answered("note", 201));
        assertThat(kept(server, "audit.denied")).isBetween(1L, Math.min(DENIED_AT_MOST, clients.answered("try", 403)));
        Path exported = server.export("chscb");
        assertThat(server.verify(exported, server.checkpoints("chscb"), exported.resolve("checkpoint.pub")))
                .returns(0, ChainServer.Verified::code);
        say("%s: %d clients, %d acts, %d entries: the chain is whole", name, CLIENTS, clients.done(), verdict.get("entries").getAsLong());
    }

    private static long kept(ChainServer server, String act) {
        return server.count("chscb", "from audit_entry where board = 'chscb' and act = '" + act + "'");
    }

    /**
     * With, without, without, with, and so on: what grows slower with time weighs on both alike. Where other work on the
     * machine leaves it open whether the chain costs too much, it is given more turns.
     */
    private static void costsLittle(String name, ChainServer server) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        try (Clients clients = new Clients(new Api(server.server(), "lscb"), CLIENTS)) {
            clients.awaitMore(WARM_UP);
            for (int turn = 0; turn < TURNS || turn < MOST_TURNS && mean(with) / mean(without) < AT_LEAST; turn++) {
                for (boolean chained : turn % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                    (chained ? with : without).add(turn(server, clients, chained));
                }
            }
            server.chained(true);
        }
        double ratio = mean(with) / mean(without);
        say("%s: %d clients at one board, %d turns of %d acts each: %.1f acts a second with the chain, %.1f without: %.0f %% (medians %.1f, %.1f)",
                name, CLIENTS, with.size(), TURN, mean(with), mean(without), ratio * 100, median(with), median(without));
        assertThat(ratio).as("throughput with the chain, of that without").isGreaterThanOrEqualTo(AT_LEAST);
    }

    /** Acts a second. */
    private static double turn(ChainServer server, Clients clients, boolean chained) {
        server.chained(chained);
        long before = clients.done();
        long start = System.nanoTime();
        clients.awaitMore(TURN);
        return (clients.done() - before) * 1e9 / (System.nanoTime() - start);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void say(String text, Object... args) {
        System.out.println(String.format(Locale.ROOT, text, args));
    }
}

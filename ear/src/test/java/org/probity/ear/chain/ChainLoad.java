package org.probity.ear.chain;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.ear.Api;
import org.probity.ear.PostgresServer;

/**
 * Measures what the chain costs of what many get done at one board at once, with and without it, by turns of some acts on one
 * server, so that whatever else the machine does weighs on both. It is no part of {@code verify}; it is run by name:
 *
 * <pre>./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ChainLoad -Dchain.turns=24 -Dchain.acts=250</pre>
 */
class ChainLoad {

    private static final int CLIENTS = 16;
    private static final int WARM_UP = 300;
    private static final int TURNS = Integer.getInteger("chain.turns", 6);
    private static final int TURN = Integer.getInteger("chain.acts", 100);

    @TempDir
    private Path folder;

    @Test
    void costsOnTheEmbeddedDatabase() {
        try (ChainServer server = ChainServer.start("chain-load", 1060, folder, null)) {
            measure("H2", server);
        }
    }

    @Test
    void costsOnPostgres() throws IOException, SQLException {
        try (PostgresServer database = PostgresServer.start();
                ChainServer server = ChainServer.start("chain-load-postgres", 1070, folder, database)) {
            measure("PostgreSQL", server);
        }
    }

    /** With, without, without, with, and so on: what grows slower with time weighs on both alike. */
    private static void measure(String name, ChainServer server) {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        try (Clients clients = new Clients(new Api(server.server(), "lscb"), CLIENTS)) {
            clients.awaitMore(WARM_UP);
            for (int turn = 0; turn < TURNS; turn++) {
                for (boolean chained : turn % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                    (chained ? with : without).add(turn(server, clients, chained));
                }
            }
            server.chained(true);
        }
        double ratio = mean(with) / mean(without);
        say("%s: %d clients at one board, %d turns of %d acts each: %.1f acts a second with the chain, %.1f without: %.0f %% (medians %.1f, %.1f)",
                name, CLIENTS, with.size(), TURN, mean(with), mean(without), ratio * 100, median(with), median(without));
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

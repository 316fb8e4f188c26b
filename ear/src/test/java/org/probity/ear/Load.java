package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Measures, and asserts nothing about speed. It is no part of {@code verify}; it is run by name:
 *
 * <pre>./mvnw verify -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=Load -Dcases=10000</pre>
 */
class Load {

    private static final int CLIENTS = 8;
    private static final int WARM_UP = 200;
    private static final int READS = 50;

    @Test
    void opensConcernsAndReadsTheWorklist() throws InterruptedException, ExecutionException {
        int cases = Integer.getInteger("cases", 10_000);
        try (Server server = Server.named("load", 500).start()) {
            Api api = new Api(server, "chscb");
            open(api, WARM_UP);
            long cpu = cpuMillis(server);
            long wall = System.nanoTime();
            open(api, cases);
            double seconds = (System.nanoTime() - wall) / 1e9;
            say("%d concerns by %d clients: %.1f a second, %.1f ms of processor time each", cases, CLIENTS, cases / seconds,
                    (double) (cpuMillis(server) - cpu) / cases);
            say("cases now: %d", api.get("officer", "investigations?size=1").get("total").getAsInt());
            for (String list : List.of("worklist?view=MINE&size=50", "worklist?view=TEAM&size=50", "worklist?view=TEAM&due=OVERDUE&size=50",
                    "investigations?size=50", "investigations?q=family&size=50")) {
                say("%s: %s", list, times(api, list));
            }
        }
    }

    private static void open(Api api, int cases) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(cases);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> all = IntStream.range(0, CLIENTS).<Future<?>>mapToObj(client -> clients.submit(() -> {
            while (left.getAndDecrement() > 0) {
                assertThat(api.tryPost(null, "concerns", Walk.concern()).status()).isEqualTo(201);
            }
        })).toList();
        clients.shutdown();
        for (Future<?> client : all) {
            client.get();
        }
    }

    private static String times(Api api, String list) {
        double[] millis = new double[READS];
        for (int i = 0; i < READS; i++) {
            long start = System.nanoTime();
            api.get("officer", list);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return String.format(Locale.ROOT, "median %.1f ms, slowest %.1f ms", millis[READS / 2], millis[READS - 1]);
    }

    private static long cpuMillis(Server server) {
        return ProcessHandle.of(server.pid()).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO).toMillis();
    }

    private static void say(String text, Object... args) {
        System.out.println(String.format(Locale.ROOT, text, args));
    }
}

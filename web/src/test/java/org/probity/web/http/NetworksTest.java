package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who comes from many networks at once, at a server that has a thread for each. */
class NetworksTest {

    private static final int REQUESTS = 60;
    private static final int MILLIS_FOR_ONE_MORE = 400;

    private final Networks networks = new Networks();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private CountDownLatch oneMore;
    private Undertow server;

    @BeforeEach
    void start() {
        HttpHandler work = new BlockingHandler(exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            oneMore.countDown();
            boolean enough = oneMore.await(MILLIS_FOR_ONE_MORE, TimeUnit.MILLISECONDS);
            now.decrementAndGet();
            exchange.setStatusCode(enough ? StatusCodes.NO_CONTENT : StatusCodes.OK);
        });
        server = Undertow.builder().setIoThreads(1).setWorkerThreads(REQUESTS).addHttpListener(0, "127.0.0.1").setHandler(exchange -> {
            exchange.setSourceAddress(new InetSocketAddress(InetAddress.getByName(exchange.getRequestHeaders().getFirst(IntakeServer.FROM)), 0));
            networks.of(exchange).inTurn(exchange, work);
        }).build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Everybody is answered in the end. */
    @ParameterizedTest
    @CsvSource({"2001:db8:1:1::%x, 16", "2001:db8:1:1%02x::1, 20", "2001:db8:1:%x00::1, 24", "198.51.100.7, 16"})
    void ofNetworksWithinOneOnlySomeHaveAThreadAtOnce(String addresses, int threads) {
        oneMore = new CountDownLatch(threads + 1);
        assertThat(statuses(addresses)).hasSize(REQUESTS).containsOnly(StatusCodes.OK, StatusCodes.NO_CONTENT);
        assertThat(most).hasValue(threads);
    }

    @Test
    void networksThatAreNotWithinOneDoNotWaitForEachOther() {
        oneMore = new CountDownLatch(REQUESTS);
        assertThat(statuses("2001:db8:%x::1")).containsOnly(StatusCodes.NO_CONTENT);
        assertThat(most).hasValue(REQUESTS);
    }

    @Test
    void theRoomForWhatIsComingInIsSharedToo() {
        Networks.Share all = new Networks.Share(100, null);
        Networks.Share wide = new Networks.Share(50, all);
        Networks.Share one = new Networks.Share(40, wide);
        Networks.Share other = new Networks.Share(40, wide);
        assertThat(one.take(41)).isFalse();
        assertThat(one.take(-1)).isTrue();
        assertThat(other.take(11)).isFalse();
        assertThat(other.take(-1)).isTrue();
        assertThat(all.take(51)).isFalse();
    }

    private List<Integer> statuses(String addresses) {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String root = "http://127.0.0.1:" + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        List<CompletableFuture<HttpResponse<Void>>> all = IntStream.range(1, REQUESTS + 1).mapToObj(n -> client.sendAsync(
                HttpRequest.newBuilder(URI.create(root)).header(IntakeServer.FROM, addresses.formatted(n)).build(), HttpResponse.BodyHandlers.discarding())).toList();
        return all.stream().map(answer -> answer.join().statusCode()).toList();
    }
}

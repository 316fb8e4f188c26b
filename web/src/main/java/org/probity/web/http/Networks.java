package org.probity.web.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestLimit;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What each network has under way here: none gets all threads, and none all the memory for what is still coming
 * in. Threads are those the server has on two processors, 32.
 */
final class Networks {

    /** Bytes of small bodies that wait for the rest of themselves, of one network, of each wider one, and of all. */
    private static final long[] BODIES_OF_ONE = {8L * 1024 * 1024, 16L * 1024 * 1024, 32L * 1024 * 1024};
    private static final long BODIES_OF_ALL = 64L * 1024 * 1024;

    /** Half of the threads, and some more for each wider network; further requests wait without a thread, and so many at most. */
    private static final int[] AT_ONCE = {16, 20, 24};
    private static final int WAITING = 256;

    /** Of requests that bring more than anybody may send, whoever sends them. */
    private static final int[] LONG_AT_ONCE = {8, 10, 12};
    private static final int LONG_WAITING = 32;

    private static final int MOST = 20_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Share bodies = new Share(BODIES_OF_ALL, null);
    private final Cache<String, Network> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED).build();

    /** That of the client. */
    Network of(HttpServerExchange exchange) {
        List<String> names = ClientAddress.networks(exchange.getSourceAddress().getAddress());
        Network network = null;
        for (int width = names.size() - 1; width >= 0; width--) {
            network = find(names.get(width), width, network);
        }
        return network;
    }

    private Network find(String name, int width, Network wider) {
        return known.get(name, any -> new Network(wider, new RequestLimit(AT_ONCE[width], WAITING),
                new RequestLimit(LONG_AT_ONCE[width], LONG_WAITING), new Share(BODIES_OF_ONE[width], wider == null ? bodies : wider.bodies())));
    }

    /** One network: an IPv4 address, or some bits of IPv6. @param wider the one it is within, or null */
    record Network(Network wider, RequestLimit turns, RequestLimit longTurns, Share bodies) {

        Network {
            turns.setFailureHandler(Network::tooMany);
            longTurns.setFailureHandler(Network::tooMany);
        }

        /** Goes on when it is its turn here, and in every wider network. */
        void inTurn(HttpServerExchange exchange, HttpHandler next) throws Exception {
            turns.handleRequest(exchange, wider == null ? next : here -> wider.inTurn(here, next));
        }

        /** The same for a request that brings more than anybody may send. */
        void inLongTurn(HttpServerExchange exchange, HttpHandler next) throws Exception {
            longTurns.handleRequest(exchange, wider == null ? next : here -> wider.inLongTurn(here, next));
        }

        private static void tooMany(HttpServerExchange exchange) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
            Intake.say(exchange, StatusCodes.TOO_MANY_REQUESTS, "signon.refused.tooMany");
        }
    }

    /** What one network has of something that is there for all. */
    static final class Share {

        private final AtomicLong own = new AtomicLong();
        private final long most;
        private final Share whole;

        /** @param whole what it is a share of, or null */
        Share(long most, Share whole) {
            this.most = most;
            this.whole = whole;
        }

        /** So much more is taken, or given back; also what is too much is to be given back. @return whether there is so much */
        boolean take(long more) {
            return own.addAndGet(more) <= most & (whole == null || whole.take(more));
        }
    }
}

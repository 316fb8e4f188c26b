package org.probity.web.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestLimit;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What each network has under way here: none gets all threads, and none all the memory for what is still coming in. */
final class Networks {

    /** Bytes of small bodies that wait, of one network and of all. */
    static final long HELD_OF_ONE = 8L * 1024 * 1024;
    static final long HELD_OF_ALL = 64L * 1024 * 1024;

    /** Half of the threads the server has on two processors; further requests wait without a thread, and so many at most. */
    private static final int AT_ONCE = 16;
    private static final int WAITING = 256;

    private static final int MOST = 20_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final AtomicLong heldOfAll = new AtomicLong();
    private final Cache<String, Network> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED).build();

    /** That of the client. */
    Network of(HttpServerExchange exchange) {
        return known.get(ClientAddress.network(exchange.getSourceAddress().getAddress()), any -> new Network(heldOfAll));
    }

    /** One network: an IPv4 address, or 64 bits of IPv6. */
    static final class Network {

        private final RequestLimit turns = new RequestLimit(AT_ONCE, WAITING);
        private final AtomicLong held = new AtomicLong();
        private final AtomicLong heldOfAll;

        Network(AtomicLong heldOfAll) {
            this.heldOfAll = heldOfAll;
            turns.setFailureHandler(Network::tooMany);
        }

        void handle(HttpServerExchange exchange, HttpHandler next) throws Exception {
            turns.handleRequest(exchange, next);
        }

        /** So many bytes more, or fewer, wait for their request. @return whether there is room for them */
        boolean holds(long bytes) {
            return held.addAndGet(bytes) <= HELD_OF_ONE & heldOfAll.addAndGet(bytes) <= HELD_OF_ALL;
        }

        private static void tooMany(HttpServerExchange exchange) {
            exchange.setStatusCode(StatusCodes.TOO_MANY_REQUESTS);
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
            exchange.endExchange();
        }
    }
}

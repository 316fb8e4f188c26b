package org.probity.web.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestLimit;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What each network has under way here: none gets all threads, and none all the memory for what is still coming
 * in. Threads are those the server has on two processors, 32.
 */
final class Networks {

    /** Bytes of small bodies that wait for the rest of themselves, of one network and of all. */
    private static final long BODIES_OF_ONE = 8L * 1024 * 1024;
    private static final long BODIES_OF_ALL = 64L * 1024 * 1024;

    /** Half of the threads; further requests wait without a thread, and so many at most. */
    private static final int AT_ONCE = 16;
    private static final int WAITING = 256;

    /** Of requests that bring more than anybody may send, whoever sends them. */
    private static final int LONG_AT_ONCE = 8;
    private static final int LONG_WAITING = 32;

    private static final int MOST = 20_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final AtomicLong bodies = new AtomicLong();
    private final Cache<String, Network> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED).build();

    /** That of the client. */
    Network of(HttpServerExchange exchange) {
        return known.get(ClientAddress.network(exchange.getSourceAddress().getAddress()), any -> new Network(
                new RequestLimit(AT_ONCE, WAITING), new RequestLimit(LONG_AT_ONCE, LONG_WAITING),
                new Share(BODIES_OF_ONE, bodies, BODIES_OF_ALL)));
    }

    /** One network: an IPv4 address, or 64 bits of IPv6. */
    record Network(RequestLimit turns, RequestLimit longTurns, Share bodies) {

        Network {
            turns.setFailureHandler(Network::tooMany);
            longTurns.setFailureHandler(Network::tooMany);
        }

        private static void tooMany(HttpServerExchange exchange) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
            Intake.say(exchange, StatusCodes.TOO_MANY_REQUESTS, "signon.refused.tooMany");
        }
    }

    /** What one network has of something that is there for all. */
    static final class Share {

        private final AtomicLong own = new AtomicLong();
        private final long mostOfOne;
        private final AtomicLong all;
        private final long mostOfAll;

        Share(long mostOfOne, AtomicLong all, long mostOfAll) {
            this.mostOfOne = mostOfOne;
            this.all = all;
            this.mostOfAll = mostOfAll;
        }

        /** So much more is taken, or given back; also what is too much is to be given back. @return whether there is so much */
        boolean take(long more) {
            return own.addAndGet(more) <= mostOfOne & all.addAndGet(more) <= mostOfAll;
        }
    }
}

package org.probity.web.http;

import io.undertow.server.HttpServerExchange;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Closes the connection of a client that sends more slowly than anybody has to, while something waits for it. Where that is a
 * thread, it is told instead: closing would end its request, and free its buffers, while it still uses them.
 */
final class Pace {

    /** Bytes a second; a client is behind a modem at most. */
    private static final long SLOWEST = 8 * 1024;
    private static final long GRACE_SECONDS = 15;
    private static final long LOOK_SECONDS = 5;

    private final HttpServerExchange exchange;
    private final Runnable closed;
    private XnioExecutor.Key look;
    private long moved;
    private long since;
    private long until = Long.MAX_VALUE;
    private long atSince;
    private boolean ended;
    private boolean inThread;
    private volatile boolean cut;

    /** @param closed what is to be done where a connection has been closed */
    Pace(HttpServerExchange exchange, Runnable closed) {
        this.exchange = exchange;
        this.closed = closed;
    }

    /** From now on something waits, if it did not before. */
    synchronized void waiting() {
        inThread |= !exchange.isInIoThread();
        if (since == 0 && !ended) {
            atSince = moved;
            since = System.nanoTime();
            if (look == null) {
                lookLater();
            }
        }
    }

    /** So many bytes have come. */
    synchronized void moved(long bytes) {
        moved += bytes;
    }

    /** Whatever the pace, nobody waits for longer than that from now on. */
    synchronized void waitAtMost(Duration time) {
        until = System.nanoTime() + time.toNanos();
    }

    /** Nothing waits for the client now. */
    synchronized void pause() {
        since = 0;
    }

    synchronized void stop() {
        ended = true;
        if (look != null) {
            look.remove();
        }
    }

    private void lookLater() {
        look = exchange.getIoThread().executeAfter(this::look, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** @throws ClosedChannelException if the client has been too slow for the thread that reads here */
    void requireUncut() throws ClosedChannelException {
        if (cut) {
            throw new ClosedChannelException();
        }
    }

    private void look() {
        boolean slow = isTooSlow();
        cut = slow && inThread;
        if (slow && !cut) {
            IoUtils.safeClose(exchange.getConnection());
            closed.run();
        }
    }

    private synchronized boolean isTooSlow() {
        if (ended) {
            return false;
        }
        boolean slow = since != 0 && (isTooSlow(System.nanoTime() - since, moved - atSince) || until != Long.MAX_VALUE && System.nanoTime() - until > 0);
        if (slow) {
            ended = true;
        } else {
            lookLater();
        }
        return slow;
    }

    /** @param nanos for how long somebody has been waited for. @param bytes what has moved meanwhile */
    static boolean isTooSlow(long nanos, long bytes) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
        return seconds > GRACE_SECONDS && bytes < (seconds - GRACE_SECONDS) * SLOWEST;
    }
}

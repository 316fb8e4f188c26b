package org.probity.web.tenancy;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Counts the body of one request as it comes in, whoever reads it and whether or not it said how long it is. It lets in no
 * more than is allowed, and closes the connection of a client that sends more slowly than anybody has to.
 */
final class BodyMeter {

    /** Bytes anybody may send; more is for {@link LongBodies} to allow. */
    static final int SMALL = 256 * 1024;

    /** Bytes of one of the server's buffers. */
    static final int BUFFER = 16 * 1024;

    /** Bytes a second; a client is behind a modem at most. */
    private static final long SLOWEST = 8 * 1024;
    private static final long GRACE_SECONDS = 15;
    private static final long LOOK_SECONDS = 5;

    /** Bytes that are dropped once there is an answer: most clients read it only after they have sent everything. */
    private static final long DROPPED = 4L * 1024 * 1024;
    private static final AttachmentKey<BodyMeter> KEY = AttachmentKey.create(BodyMeter.class);

    private final HttpServerExchange exchange;
    private final Networks.Network network;
    private volatile XnioExecutor.Key look;
    private volatile long allowed = SMALL;
    private volatile long dropped = DROPPED;
    private volatile long since;
    private volatile long atSince;
    private volatile long seen;
    private volatile boolean ended;
    private long held;

    private BodyMeter(HttpServerExchange exchange, Networks.Network network) {
        this.exchange = exchange;
        this.network = network;
    }

    /** Counts from here on; to be called before anything reads. */
    static void start(HttpServerExchange exchange, Networks.Network network) {
        BodyMeter meter = new BodyMeter(exchange, network);
        exchange.putAttachment(KEY, meter);
        exchange.addRequestWrapper((factory, any) -> meter.new Counted(factory.create()));
        exchange.addExchangeCompleteListener((any, next) -> {
            meter.stop();
            next.proceed();
        });
        meter.lookLater();
    }

    /** Null where the request has no body. */
    static BodyMeter of(HttpServerExchange exchange) {
        return exchange.getAttachment(KEY);
    }

    /** Whether there is more to come than anybody may send. */
    boolean isLong() {
        return exchange.getRequestContentLength() > SMALL || seen > SMALL || !ended && seen == SMALL;
    }

    /** What the request says it is long, or what it might be. */
    long length() {
        return exchange.getRequestContentLength() >= 0 ? exchange.getRequestContentLength() : allowed;
    }

    void allow(long bytes) {
        allowed = bytes;
    }

    /** Somebody known sends too much, and may finish before they read the answer. */
    void drop(long bytes) {
        dropped = bytes;
    }

    /** Nobody waits for the client now. */
    void pause() {
        since = 0;
    }

    private synchronized void stop() {
        ended = true;
        XnioExecutor.Key last = look;
        if (last != null) {
            last.remove();
        }
        network.holds(-held);
        held = 0;
    }

    private void lookLater() {
        look = exchange.getIoThread().executeAfter(this::look, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        if (ended) {
            return;
        }
        long seconds = since == 0 ? 0 : TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
        if (seconds > GRACE_SECONDS && seen - atSince < (seconds - GRACE_SECONDS) * SLOWEST) {
            stop();
            IoUtils.safeClose(exchange.getConnection());
        } else {
            lookLater();
        }
    }

    private void reading() {
        if (since == 0) {
            atSince = seen;
            since = System.nanoTime();
        }
    }

    private long counted(long read) throws IOException {
        if (read < 0) {
            ended = true;
        } else if (read > 0) {
            seen += read;
            if (seen == exchange.getRequestContentLength()) {
                ended = true;
            }
            long most = exchange.isResponseStarted() ? Math.max(allowed, dropped) : allowed;
            if (seen > most || seen <= SMALL && !hold()) {
                exchange.setPersistent(false);
                throw new RequestTooBigException();
            }
        }
        return read;
    }

    /** Counts whole buffers, as they are what memory goes into. */
    private synchronized boolean hold() {
        long more = (seen + BUFFER - 1) / BUFFER * BUFFER - held;
        held += more;
        return network.holds(more);
    }

    private final class Counted extends AbstractStreamSourceConduit<StreamSourceConduit> {

        Counted(StreamSourceConduit next) {
            super(next);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            reading();
            return (int) counted(super.read(into));
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            reading();
            return counted(super.read(into, offset, length));
        }

        @Override
        public long transferTo(long position, long count, FileChannel target) throws IOException {
            reading();
            return counted(super.transferTo(position, count, target));
        }

        @Override
        public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
            reading();
            long moved = super.transferTo(count, through, target);
            counted(moved < 0 ? moved : moved + through.remaining());
            return moved;
        }
    }
}

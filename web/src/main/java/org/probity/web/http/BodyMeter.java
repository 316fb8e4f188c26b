package org.probity.web.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.Conduits;
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

    /** Bytes that are dropped once there is an answer: most clients read it only after they have sent everything. */
    private static final long DROPPED = 1024 * 1024;
    private static final long SECONDS = 3;

    /** As much as the server itself takes: a browser shows the answer only to whoever has sent everything. */
    private static final long DROPPED_OF_KNOWN = 120L * 1024 * 1024;
    private static final long SECONDS_OF_KNOWN = 60;
    private static final long LOOK_MILLIS = 1000;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final AttachmentKey<BodyMeter> KEY = AttachmentKey.create(BodyMeter.class);

    private final HttpServerExchange exchange;
    private final Networks.Share memory;
    private final Pace pace;
    private volatile long allowed = SMALL;
    private volatile long dropped = DROPPED;
    private volatile long patience = SECONDS;
    private volatile long seen;
    private volatile boolean ended;
    private volatile OddParts odd;
    private PartScanner parts;
    private long held;

    private BodyMeter(HttpServerExchange exchange, Networks.Network network) {
        this.exchange = exchange;
        this.memory = network.bodies();
        this.pace = new Pace(exchange, this::stop);
        try {
            this.parts = PartScanner.of(exchange.getRequestHeaders(), isCall(exchange));
        } catch (OddParts unreadable) {
            refuse(unreadable);
        }
    }

    /** Whether the API is asked. */
    static boolean isCall(HttpServerExchange exchange) {
        return exchange.getRequestPath().startsWith("/api/");
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
    }

    /** Null where the request has no body. */
    static BodyMeter of(HttpServerExchange exchange) {
        return exchange.getAttachment(KEY);
    }

    /** Whether there is more to come than anybody may send. */
    boolean isLong() {
        return exchange.getRequestContentLength() > SMALL || seen > SMALL || !ended && seen == SMALL;
    }

    /** What the request says it is long, or the most it may be where it does not say. */
    long lengthUpTo(long most) {
        return exchange.getRequestContentLength() >= 0 ? exchange.getRequestContentLength() : most;
    }

    /** Also of what was taken in before anybody was there to be told. @throws OddParts where this should be read no further */
    void requireReadable() throws OddParts {
        if (odd != null && !exchange.isResponseStarted()) {
            throw odd;
        }
    }

    /** Of a long body: it holds room that others wait for. */
    void allow(long bytes) {
        allowed = bytes;
        pace.waitAtMost(LONGEST);
    }

    /** Somebody known sends too much, and may finish before they read the answer. */
    void drop() {
        dropped = DROPPED_OF_KNOWN;
        patience = SECONDS_OF_KNOWN;
    }

    /** For how long somebody may go on sending once there is an answer, in seconds. */
    long patience() {
        return patience;
    }

    /** Whether nothing more is to come. */
    boolean hasEnded() {
        return ended;
    }

    /** Nobody waits for the client now. */
    void pause() {
        pace.pause();
    }

    private synchronized void stop() {
        ended = true;
        pace.stop();
        memory.take(-held);
        held = 0;
    }

    /** A body is read by one thread at a time; others only look how much there was. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private long counted(long read) throws IOException {
        if (read < 0) {
            end();
        } else if (read > 0) {
            seen += read;
            pace.moved(read);
            if (seen == exchange.getRequestContentLength()) {
                end();
            }
            long most = exchange.isResponseStarted() ? Math.max(allowed, dropped) : allowed;
            if (seen > most || seen <= SMALL && !hold()) {
                exchange.setPersistent(false);
                throw new RequestTooBigException();
            }
        }
        return read;
    }

    private void refuse(OddParts why) {
        odd = why;
        parts = null;
        exchange.setPersistent(false);
        if (allowed > SMALL) {
            drop();
        }
    }

    /** Where no thread waits for it, the request goes on to those who can say why it is refused. */
    private void look(ByteBuffer buffer, int from) throws OddParts {
        boolean wanted = parts != null && !exchange.isResponseStarted();
        try {
            for (int i = from; wanted && i < buffer.position(); i++) {
                parts.look(buffer.get(i));
            }
        } catch (OddParts why) {
            refuse(why);
        }
        if (!exchange.isInIoThread()) {
            requireReadable();
        }
    }

    private void end() {
        ended = true;
        pace.pause();
    }

    /** Counts whole buffers, as they are what memory goes into. */
    private synchronized boolean hold() {
        long more = (seen + BUFFER - 1) / BUFFER * BUFFER - held;
        held += more;
        return memory.take(more);
    }

    private final class Counted extends AbstractStreamSourceConduit<StreamSourceConduit> {

        Counted(StreamSourceConduit next) {
            super(next);
        }

        @Override
        public void awaitReadable() throws IOException {
            awaitReadable(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** Whoever reads tries again after this. */
        @Override
        public void awaitReadable(long time, TimeUnit unit) throws IOException {
            super.awaitReadable(Math.min(LOOK_MILLIS, unit.toMillis(time)), TimeUnit.MILLISECONDS);
            pace.requireUncut();
        }

        private void waiting() throws IOException {
            pace.requireUncut();
            pace.waiting();
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            waiting();
            int start = into.position();
            int read = (int) counted(super.read(into));
            look(into, start);
            return read;
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            waiting();
            int[] starts = Arrays.stream(into).mapToInt(ByteBuffer::position).toArray();
            long read = counted(super.read(into, offset, length));
            for (int i = offset; i < offset + length; i++) {
                look(into[i], starts[i]);
            }
            return read;
        }

        @Override
        public long transferTo(long position, long count, FileChannel target) throws IOException {
            if (parts != null) {
                return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
            }
            waiting();
            return counted(super.transferTo(position, count, target));
        }

        @Override
        public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
            if (parts != null) {
                return Conduits.transfer(this, count, through, target);
            }
            waiting();
            long moved = super.transferTo(count, through, target);
            counted(moved < 0 ? moved : moved + through.remaining());
            return moved;
        }
    }
}

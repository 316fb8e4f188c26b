package org.probity.ear.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Closes the connection of a client that goes on sending within a chunked body, none of it body: after the last chunk any number
 * of trailer fields may follow (RFC 9112, 7.1.2), and the server keeps all it reads of one, outside of what it allows for heads
 * and bodies. Nothing here reads trailers, and each buffer that is read of them comes out empty.
 */
public final class TrailerLimit implements HttpHandler {

    /** Buffers of 16 KB, one after the other. The line before a chunk may come in two parts; more than three mean no body. */
    static final int MOST = 8;

    private final HttpHandler next;

    public TrailerLimit(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (!exchange.isRequestComplete() && exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
            exchange.addRequestWrapper((factory, any) -> new Counted(factory.create(), exchange));
        }
        next.handleRequest(exchange);
    }

    private static final class Counted extends AbstractStreamSourceConduit<StreamSourceConduit> {

        private final HttpServerExchange exchange;
        private int empty;
        private boolean waitedInVain;

        Counted(StreamSourceConduit next, HttpServerExchange exchange) {
            super(next);
            this.exchange = exchange;
        }

        /** A wait that was too long for whoever waits says nothing of what came: the next buffer may be empty for want of anything. */
        @Override
        public void awaitReadable(long time, TimeUnit unit) throws IOException {
            long start = System.nanoTime();
            super.awaitReadable(time, unit);
            waitedInVain = System.nanoTime() - start >= unit.toNanos(time);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return (int) counted(into.hasRemaining(), super.read(into));
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            return counted(true, super.read(into, offset, length));
        }

        @Override
        public long transferTo(long position, long count, FileChannel target) throws IOException {
            return counted(count > 0, super.transferTo(position, count, target));
        }

        @Override
        public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
            long moved = super.transferTo(count, through, target);
            counted(count > 0, moved < 0 ? moved : moved + through.remaining());
            return moved;
        }

        private long counted(boolean room, long read) throws IOException {
            empty = read != 0 ? 0 : room && !waitedInVain ? empty + 1 : empty;
            waitedInVain = false;
            if (empty > MOST) {
                IoUtils.safeClose(exchange.getConnection());
                throw new ClosedChannelException();
            }
            return read;
        }
    }
}

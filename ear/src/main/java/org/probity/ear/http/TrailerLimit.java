package org.probity.ear.http;

import io.undertow.conduits.ChunkedStreamSourceConduit;
import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpAttachments;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.ConduitReadableByteChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Closes the connection of a client that goes on sending within a chunked body, none of it body: after the last chunk any number
 * of trailer fields may follow (RFC 9112, 7.1.2), and the server keeps all it reads of one, in forty times the room. Nothing here
 * reads trailers. What never comes as far as this filter may bring no body worth the name: the listener allows less than this does.
 */
public final class TrailerLimit implements HttpHandler {

    /** Bytes of trailers, or of what names the size of one chunk, with all that is added to it. */
    static final int MOST = 256;

    /** In bytes, of a request that comes as far as this. */
    static final long LONGEST_BODY = 120L * 1024 * 1024;

    private final HttpHandler next;

    public TrailerLimit(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.setMaxEntitySize(LONGEST_BODY);
        if (exchange.getConnection() instanceof HttpServerConnection connection) {
            ConduitStreamSourceChannel source = connection.getChannel().getSourceChannel();
            if (source.getConduit() instanceof ChunkedStreamSourceConduit) {
                source.setConduit(new Counted(new Taken(connection, exchange)));
            }
        }
        next.handleRequest(exchange);
    }

    /** What comes in by the socket, beneath the chunks. What was read beyond a chunk waits at the connection for the next read. */
    private static final class Taken extends AbstractStreamSourceConduit<StreamSourceConduit> {

        private final HttpServerConnection connection;
        private final HttpServerExchange exchange;
        private long available;
        private long beside;
        private boolean ended;

        Taken(HttpServerConnection connection, HttpServerExchange exchange) {
            super(connection.getOriginalSourceConduit());
            this.connection = connection;
            this.exchange = exchange;
        }

        ChunkedStreamSourceConduit chunks() {
            return new ChunkedStreamSourceConduit(new ReadDataStreamSourceConduit(this, connection), exchange, all -> end());
        }

        void begin() {
            available = waiting();
        }

        /** All that was taken without any of it being body. Afterwards the connection may be reading the next request already. */
        void count(long body) {
            if (!ended) {
                beside = body > 0 ? 0 : beside + available - waiting();
            }
        }

        private void end() {
            count(0);
            ended = true;
            exchange.removeAttachment(HttpAttachments.REQUEST_TRAILERS);
            if (beside <= MOST) {
                Connectors.terminateRequest(exchange);
            }
        }

        void refuseTooMuch() throws IOException {
            if (beside > MOST) {
                IoUtils.safeClose(connection);
                throw new ClosedChannelException();
            }
        }

        private long waiting() {
            PooledByteBuffer extra = connection.getExtraBytes();
            return extra == null ? 0 : extra.getBuffer().remaining();
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            int read = super.read(into);
            available += Math.max(0, read);
            return read;
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            long read = super.read(into, offset, length);
            available += Math.max(0, read);
            return read;
        }
    }

    /** The body, chunk by chunk: whatever asks for it asks by a single way. */
    private static final class Counted extends AbstractStreamSourceConduit<ChunkedStreamSourceConduit> {

        private final Taken taken;

        Counted(Taken taken) {
            super(taken.chunks());
            this.taken = taken;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            taken.begin();
            int read = super.read(into);
            taken.count(read);
            taken.refuseTooMuch();
            return read;
        }

        @Override
        public long read(ByteBuffer[] into, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length; i++) {
                if (into[i].hasRemaining()) {
                    return read(into[i]);
                }
            }
            return 0;
        }

        @Override
        public long transferTo(long position, long count, FileChannel target) throws IOException {
            return target.transferFrom(new ConduitReadableByteChannel(this), position, count);
        }

        @Override
        public long transferTo(long count, ByteBuffer through, StreamSinkChannel target) throws IOException {
            return IoUtils.transfer(new ConduitReadableByteChannel(this), count, through, target);
        }
    }
}

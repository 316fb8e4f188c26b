package org.probity.web.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Whoever has a thread wait until they have read more of their answer. The answer goes its way untouched; only the waiting is
 * counted, and the server hangs up on whoever has kept a thread longest where too many do, and on whoever reads more slowly than
 * anybody has to.
 */
final class SlowReaders {

    /** Threads that wait for one person, or for the strangers of one network and of each wider one, and for all; the server has 32 on two processors. */
    private static final int[] OF_ONE = {6, 8, 10};
    private static final int OF_ALL = 12;
    private static final long LOOK_MILLIS = 50;
    private static final AttachmentKey<Long> PERSON = AttachmentKey.create(Long.class);

    private final List<Reader> waiting = new ArrayList<>();

    /** Counts from here on; to be called before anything is answered. */
    void watch(HttpServerExchange exchange) {
        exchange.addResponseWrapper((factory, any) -> new Reader(factory.create(), exchange));
    }

    /** Says who reads. @param person the account of whoever has shown who they are, or null */
    static void known(HttpServerExchange exchange, Long person) {
        if (person != null) {
            exchange.putAttachment(PERSON, person);
        }
    }

    private void enter(Reader reader) {
        Optional<Reader> tooMany;
        synchronized (waiting) {
            waiting.add(reader);
            tooMany = tooMany(reader.whose);
            tooMany.ifPresent(waiting::remove);
        }
        tooMany.ifPresent(Reader::cut);
    }

    private void leave(Reader reader) {
        synchronized (waiting) {
            waiting.remove(reader);
        }
    }

    /** Of all, strangers go before people, and one of many before one of few. */
    private Optional<Reader> tooMany(Whose latest) {
        long now = System.nanoTime();
        Comparator<Reader> longest = Comparator.comparingLong(reader -> now - reader.since);
        for (int width = 0; width < latest.circles().size(); width++) {
            String circle = latest.circles().get(width);
            List<Reader> within = waiting.stream().filter(reader -> reader.whose.circles().contains(circle)).toList();
            if (within.size() > OF_ONE[width]) {
                return within.stream().max(longest);
            }
        }
        Map<String, Long> counts = waiting.stream().collect(Collectors.groupingBy(reader -> reader.whose.widest(), Collectors.counting()));
        Function<Reader, Boolean> stranger = reader -> reader.whose.stranger();
        return waiting.size() <= OF_ALL ? Optional.empty()
                : waiting.stream().max(Comparator.comparing(stranger).thenComparing(reader -> counts.get(reader.whose.widest())).thenComparing(longest));
    }

    /** A person, or a network of strangers and then the wider ones it is within. */
    private record Whose(boolean stranger, List<String> circles) {

        private static Whose of(HttpServerExchange exchange) {
            Long person = exchange.getAttachment(PERSON);
            return new Whose(person == null, person == null ? ClientAddress.networks(exchange.getSourceAddress().getAddress()) : List.of("person " + person));
        }

        private String widest() {
            return circles.get(circles.size() - 1);
        }
    }

    /** The answer to one request, as the thread writes it that may have to wait. */
    private final class Reader extends AbstractStreamSinkConduit<StreamSinkConduit> {

        private final HttpServerExchange exchange;
        private Whose whose;
        private long atFirst;
        private long sent;
        private long since;
        private long waited;
        private volatile boolean cut;

        Reader(StreamSinkConduit next, HttpServerExchange exchange) {
            super(next);
            this.exchange = exchange;
        }

        @Override
        public void awaitWritable() throws IOException {
            await(LOOK_MILLIS);
        }

        @Override
        public void awaitWritable(long time, TimeUnit unit) throws IOException {
            await(Math.min(LOOK_MILLIS, unit.toMillis(time)));
        }

        /** Whoever writes tries again after this, and comes back where the reader has taken nothing yet. */
        private void await(long millis) throws IOException {
            long start = System.nanoTime();
            look(start);
            enter(this);
            try {
                next.awaitWritable(millis, TimeUnit.MILLISECONDS);
            } finally {
                leave(this);
                waited += System.nanoTime() - start;
            }
            requireUncut();
        }

        /** What has been sent is known only now: what was waited for last time has gone meanwhile. */
        private void look(long now) throws IOException {
            requireUncut();
            long bytes = exchange.getResponseBytesSent();
            if (whose == null) {
                whose = Whose.of(exchange);
                atFirst = bytes;
            }
            if (since == 0 || bytes != sent) {
                since = now;
                sent = bytes;
            }
            cut = Pace.isTooSlow(waited, bytes - atFirst);
            requireUncut();
        }

        private void cut() {
            cut = true;
        }

        /**
         * From here on nothing goes, as where a client has hung up: the thread that writes gives up and the server closes the
         * connection. Another thread must not: it would free the buffers that this one uses.
         */
        private void requireUncut() throws IOException {
            if (cut) {
                throw new ClosedChannelException();
            }
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            requireUncut();
            return super.write(from);
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) throws IOException {
            requireUncut();
            return super.write(from, offset, length);
        }

        @Override
        public int writeFinal(ByteBuffer from) throws IOException {
            requireUncut();
            return super.writeFinal(from);
        }

        @Override
        public long writeFinal(ByteBuffer[] from, int offset, int length) throws IOException {
            requireUncut();
            return super.writeFinal(from, offset, length);
        }

        @Override
        public long transferFrom(FileChannel from, long position, long count) throws IOException {
            requireUncut();
            return super.transferFrom(from, position, count);
        }

        @Override
        public long transferFrom(StreamSourceChannel from, long count, ByteBuffer through) throws IOException {
            requireUncut();
            return super.transferFrom(from, count, through);
        }

        @Override
        public boolean flush() throws IOException {
            requireUncut();
            return super.flush();
        }

        @Override
        public void terminateWrites() throws IOException {
            requireUncut();
            super.terminateWrites();
        }
    }
}

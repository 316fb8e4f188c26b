package org.probity.ear.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.probity.ear.Server;

/** People nobody knows, who send too much, too slowly and too often, until they are told to stop. */
final class Flood implements AutoCloseable {

    private static final int LARGE_FORMS = 5;
    private static final long LARGE = 98L * 1024 * 1024;
    private static final int DRIPS = 40;
    private static final int SECONDS_BETWEEN_DROPS = 5;
    private static final int WRITERS = 2;
    private static final String TYPED = "name=" + "x".repeat(90_000);
    private static final int MOST_TYPED = 3_000;
    private static final int CHUNK = 64 * 1024;
    private static final int MILLIS_TO_ANSWER = 5_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
    private final List<Socket> dripping = new ArrayList<>();
    private final LongAdder large = new LongAdder();
    private final LongAdder typed = new LongAdder();
    private final URI address;
    private volatile boolean on = true;

    Flood(Server server, String board) throws IOException {
        this.address = URI.create(server.address());
        for (int i = 0; i < LARGE_FORMS; i++) {
            boolean chunked = i % 2 == 1;
            threads.submit(() -> repeat(() -> sendLarge(chunked), Long.MAX_VALUE));
        }
        for (int i = 0; i < WRITERS; i++) {
            threads.submit(() -> repeat(() -> sendTyped("/" + board + "/members/new"), MOST_TYPED / WRITERS));
        }
        for (int i = 0; i < 2 * DRIPS; i++) {
            dripping.add(drip(i < DRIPS ? "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 200000\r\n\r\n"
                    : "GET /signin HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        }
        drops.scheduleAtFixedRate(() -> dripping.forEach(Flood::drop), 0, SECONDS_BETWEEN_DROPS, TimeUnit.SECONDS);
    }

    /** How many forms were sent that are too large, and that are to be kept. */
    String counts() {
        return large + " large forms, " + typed + " typed ones, " + dripping.size() + " sockets";
    }

    /** How many of the slow sockets the server has left. */
    long left() {
        return dripping.stream().filter(Flood::isOpen).count();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void repeat(Work work, long most) {
        for (long n = 0; on && n < most; n++) {
            try {
                work.run();
            } catch (IOException hungUp) {
                continue;
            }
        }
    }

    private void sendLarge(boolean chunked) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            OutputStream out = socket.getOutputStream();
            large.increment();
            out.write(ascii("POST /signin HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + LARGE) + "\r\n\r\nusername="));
            byte[] chunk = ascii((chunked ? Integer.toHexString(CHUNK) + "\r\n" : "") + "a".repeat(CHUNK) + (chunked ? "\r\n" : ""));
            for (long sent = 0; on && sent + CHUNK < LARGE; sent += CHUNK) {
                out.write(chunk);
            }
        }
    }

    private void sendTyped(String path) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            socket.getOutputStream().write(ascii("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: " + TYPED.length() + "\r\n\r\n" + TYPED));
            typed.increment();
            InputStream answer = socket.getInputStream();
            answer.transferTo(OutputStream.nullOutputStream());
        }
    }

    private Socket drip(String start) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream().write(ascii(start));
        return socket;
    }

    private static void drop(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException hungUp) {
            closeQuietly(socket);
        }
    }

    /** A server that has hung up leaves nothing to read but the end. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return !socket.isClosed() && socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException silent) {
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        on = false;
        drops.shutdownNow();
        threads.shutdownNow();
        dripping.forEach(Flood::closeQuietly);
    }
}

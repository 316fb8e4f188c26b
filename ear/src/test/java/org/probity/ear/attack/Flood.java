package org.probity.ear.attack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.probity.ear.Server;

/**
 * People nobody knows, at other addresses than the one who works, who send too much, too slowly or too often, or nothing, and read
 * nothing or a byte a second, until they are told to stop. How often they try is measured out: they share their processors with the server.
 */
final class Flood implements AutoCloseable {

    /** Ways to hold a connection open, and perhaps more. */
    enum Hold {
        BODY("POST /signin HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 200000\r\n\r\n"),
        HEAD("GET /signin HTTP/1.1\r\nHost: x\r\nX-Slow: "),

        /** Long bodies that never come, of sessions and tokens that nobody has. */
        FORM("POST /%s/worklist HTTP/1.1\r\nHost: x\r\nCookie: JSESSIONID=invented\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 4000000\r\n\r\n"),
        CALL("POST /api/boards/%s/concerns HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer invented\r\nContent-Type: application/json\r\nContent-Length: 4000000\r\n\r\n"),
        FILE("POST /api/nothing HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "60000\r\n" + "x".repeat(0x60000) + "\r\n"),
        SHEET("POST /jakarta.faces.resource/x.css.xhtml HTTP/1.1\r\nHost: x\r\nCookie: JSESSIONID=invented\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300000\r\n\r\n"),
        SHEET_OF_BOARD("GET /%s/jakarta.faces.resource/x.css.xhtml HTTP/1.1\r\nHost: x\r\nCookie: JSESSIONID=invented\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300000\r\n\r\n"),

        /** Answers that nobody reads: more at once than there is room for on the way, and one that alone is too long for it. */
        SHEETS(reading("", "components.css").repeat(24)),
        SCRIPTS(reading("", "components.js").repeat(12)),
        SCRIPTS_OF_BOARD(reading("/%1$s", "components.js").repeat(12)),
        FONTS(reading("", "primeicons/primeicons.ttf").repeat(48)),
        SCRIPT(reading("", "moment/moment-timezone-with-data.js"));

        private final String start;

        Hold(String start) {
            this.start = start;
        }

        private static String reading(String before, String resource) {
            return "GET " + before + "/jakarta.faces.resource/" + resource + ".xhtml?ln=primefaces HTTP/1.1\r\nHost: x\r\n\r\n";
        }
    }

    /** One of each kind for every thread of the server, and more. */
    static final int HELD = 48;
    private static final int NETWORKS = 3;
    private static final int LARGE_FORMS = 5;
    private static final long LARGE = 98L * 1024 * 1024;
    private static final int MILLIS_BETWEEN_FORMS = 100;
    private static final int SECONDS_BETWEEN_DROPS = 5;
    private static final int MILLIS_BETWEEN_READERS = 100;
    private static final int WRITERS = 2;
    private static final String TYPED = "name=" + "x".repeat(90_000);
    private static final int MILLIS_BETWEEN_TYPED = 40;
    private static final int CHUNK = 64 * 1024;
    private static final int MILLIS_TO_ANSWER = 5_000;
    private static final int NARROW = 2048;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(LARGE_FORMS + WRITERS + 3);
    private final List<Socket> held = new CopyOnWriteArrayList<>();
    private final LongAdder large = new LongAdder();
    private final LongAdder typed = new LongAdder();
    private final URI address;
    private final String board;
    private volatile boolean on = true;

    /** Nobody yet. */
    Flood(Server server, String board) {
        this.address = URI.create(server.address());
        this.board = board;
    }

    /** Everybody at once. */
    Flood all() throws IOException {
        for (int i = 0; i < LARGE_FORMS; i++) {
            boolean chunked = i % 2 == 1;
            repeat(() -> sendLarge(chunked), MILLIS_BETWEEN_FORMS);
        }
        for (int i = 0; i < WRITERS; i++) {
            repeat(() -> sendTyped("/" + board + "/members/new"), MILLIS_BETWEEN_TYPED);
        }
        for (Hold hold : Hold.values()) {
            hold(hold);
        }
        threads.scheduleAtFixedRate(() -> held.forEach(Flood::drop), 0, SECONDS_BETWEEN_DROPS, TimeUnit.SECONDS);
        threads.scheduleAtFixedRate(() -> held.forEach(Flood::sip), 0, 1, TimeUnit.SECONDS);
        repeat(() -> hold(Hold.SCRIPTS, 1), MILLIS_BETWEEN_READERS);
        return this;
    }

    /** That many connections of one kind. */
    Flood hold(Hold hold) throws IOException {
        hold(hold, HELD);
        return this;
    }

    private void hold(Hold hold, int connections) throws IOException {
        for (int i = 0; i < connections && on; i++) {
            Socket socket = connect(held.size());
            held.add(socket);
            try {
                socket.getOutputStream().write(ascii(hold.start.formatted(board)));
            } catch (IOException hungUp) {
                closeQuietly(socket);
            }
        }
    }

    /** What comes back first on each connection, of so many of these requests that are never sent to their end; fewer where no more comes. */
    List<String> answers(List<String> starts, int most) throws IOException {
        for (String start : starts) {
            held.add(connect(held.size()));
            held.get(held.size() - 1).getOutputStream().write(ascii(start));
        }
        List<String> answers = new ArrayList<>();
        Set<Socket> answered = new HashSet<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS_TO_ANSWER);
        while (answers.size() < most && System.nanoTime() < end) {
            for (Socket socket : held) {
                byte[] start = new byte[Math.min(NARROW, socket.getInputStream().available())];
                if (start.length > 0 && answered.add(socket) && socket.getInputStream().read(start) > 0) {
                    answers.add(new String(start, StandardCharsets.UTF_8));
                }
            }
        }
        return answers;
    }

    /** How many forms were sent that are too large, and that are to be kept. */
    String counts() {
        return large + " large forms, " + typed + " typed ones, " + held.size() + " sockets";
    }

    /** How many of the slow sockets the server has left, as far as they have noticed; nobody comes anew from now on. */
    long left() {
        on = false;
        held.forEach(Flood::drop);
        return held.stream().filter(socket -> !socket.isClosed()).count();
    }

    private interface Work {
        void run() throws IOException;
    }

    private void repeat(Work work, int millisBetween) {
        threads.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (IOException hungUp) {
                return;
            }
        }, 0, millisBetween, TimeUnit.MILLISECONDS);
    }

    private void sendLarge(boolean chunked) throws IOException {
        try (Socket socket = connect(0)) {
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            OutputStream out = socket.getOutputStream();
            large.increment();
            out.write(ascii("POST /signin HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + LARGE) + "\r\n\r\n"
                    + (chunked ? "9\r\nusername=\r\n" : "username=")));
            byte[] chunk = ascii((chunked ? Integer.toHexString(CHUNK) + "\r\n" : "") + "a".repeat(CHUNK) + (chunked ? "\r\n" : ""));
            for (long sent = 0; on && sent + CHUNK < LARGE; sent += CHUNK) {
                out.write(chunk);
            }
        }
    }

    private void sendTyped(String path) throws IOException {
        try (Socket socket = connect(1)) {
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            socket.getOutputStream().write(ascii("POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: " + TYPED.length() + "\r\n\r\n" + TYPED));
            typed.increment();
            InputStream answer = socket.getInputStream();
            answer.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** From one of a few addresses, none of which is that of the person who works. */
    private Socket connect(int number) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(NARROW);
        socket.bind(new InetSocketAddress("127.0.0." + (2 + number % NETWORKS), 0));
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        return socket;
    }

    /** A server that has hung up takes nothing more. */
    private static synchronized void drop(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException hungUp) {
            closeQuietly(socket);
        }
    }

    /** A byte a second; two of three read none. */
    private static synchronized void sip(Socket socket) {
        try {
            if (socket.getLocalPort() % 3 == 0 && socket.getInputStream().available() > 0) {
                socket.getInputStream().read();
            }
        } catch (IOException hungUp) {
            closeQuietly(socket);
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
        threads.shutdownNow();
        held.forEach(Flood::closeQuietly);
    }
}

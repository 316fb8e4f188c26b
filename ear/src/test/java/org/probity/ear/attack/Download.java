package org.probity.ear.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.probity.ear.Server;

/** Somebody behind a slow line, who reads half a megabyte a second. */
final class Download implements AutoCloseable {

    private static final int BYTES = 32 * 1024;
    private static final int MILLIS_BETWEEN = 64;
    private static final int MILLIS_TO_ANSWER = 20_000;
    private static final int NARROW = 16 * 1024;

    private final ScheduledExecutorService reader = Executors.newSingleThreadScheduledExecutor();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final CompletableFuture<String> answer = new CompletableFuture<>();
    private final Socket socket = new Socket();

    Download(Server server, String path, String token) throws IOException {
        URI address = URI.create(server.address());
        socket.setReceiveBufferSize(NARROW);
        socket.setSoTimeout(MILLIS_TO_ANSWER);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        reader.scheduleAtFixedRate(this::read, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    /** All that came, with its head, once the server has hung up; or why not. */
    String answer() {
        return answer.orTimeout(MILLIS_TO_ANSWER * 3L, TimeUnit.MILLISECONDS).join();
    }

    private void read() {
        try {
            byte[] some = socket.getInputStream().readNBytes(BYTES);
            read.writeBytes(some);
            if (some.length == 0) {
                answer.complete(read.toString(StandardCharsets.US_ASCII));
            }
        } catch (IOException cutOff) {
            answer.completeExceptionally(cutOff);
        }
    }

    @Override
    public void close() throws IOException {
        reader.shutdownNow();
        socket.close();
    }
}

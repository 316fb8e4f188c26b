package org.probity.ear.attack;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.probity.ear.Server;

/** Requests no client of ours would send, letter by letter. */
final class Raw {

    private static final int MILLIS_TO_ANSWER = 3000;
    private static final int MOST_READ = 20_000;

    private Raw() {
    }

    /** The beginning of what comes back; empty where the server says nothing, or hangs up. */
    static String answer(Server server, String request) throws IOException {
        URI address = URI.create(server.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(MILLIS_TO_ANSWER);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            byte[] start = new byte[MOST_READ];
            int read = Math.max(0, socket.getInputStream().read(start));
            return new String(Arrays.copyOf(start, read), StandardCharsets.UTF_8);
        } catch (SocketException | SocketTimeoutException closed) {
            return "";
        }
    }
}

package org.probity.ear;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stands between a server and its database in a test, to be pulled out and put back. */
final class Cable implements AutoCloseable {

    private final int from;
    private final int to;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    /** @param to port on this machine where the other end is */
    Cable(int to) throws IOException {
        this.to = to;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.from = listening.getLocalPort();
        listen();
    }

    /** Port on this machine. */
    int port() {
        return from;
    }

    void pull() throws IOException {
        listening.close();
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    void putBack() throws IOException {
        listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), from));
        listen();
    }

    private void listen() {
        ServerSocket door = listening;
        start(() -> {
            while (!door.isClosed()) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
                ends.add(near);
                ends.add(far);
                start(() -> carry(near, far));
                start(() -> carry(far, near));
            }
        });
    }

    private static void carry(Socket from, Socket to) throws IOException {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException pulled) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            pull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

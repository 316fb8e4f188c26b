package org.probity.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.probity.kernel.BoundedSocket;

/**
 * The connection of one conversation with the mail server. It lies beneath TLS, whether that is there from the first byte or asked
 * for later; what is waited for each answer says nothing of how many answers there are, nor of how long one is.
 */
final class MailSockets extends SocketFactory {

    private final Duration patience;
    private final long most;

    /**
     * @param patience for all of the conversation
     * @param most bytes that the server may say in it
     */
    MailSockets(Duration patience, long most) {
        this.patience = patience;
        this.most = most;
    }

    @Override
    public Socket createSocket() {
        return new BoundedSocket(patience, most);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw connected();
    }

    private static IOException connected() {
        return new IOException("Only a socket that is not connected yet has a limit for that");
    }
}

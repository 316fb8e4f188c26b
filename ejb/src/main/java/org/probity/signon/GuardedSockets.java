package org.probity.signon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLSocketFactory;

/**
 * The connection of one call, to public addresses only. What is asked is the address itself, at the moment of the connection: a
 * name that leads somewhere else than it did when it was looked up before gains nothing.
 */
class GuardedSockets extends SSLSocketFactory {

    private static final Logger LOG = Logger.getLogger(GuardedSockets.class.getName());

    private final SSLSocketFactory tls;
    private final List<Socket> plain = new ArrayList<>();
    private boolean ended;

    /** @param tls what makes of a connection one of TLS */
    GuardedSockets(SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (ended) {
            throw new IOException("The call has ended");
        }
        Socket socket = new Socket() {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                requireAllowed(((InetSocketAddress) to).getAddress());
                super.connect(to, timeout);
            }
        };
        plain.add(socket);
        return socket;
    }

    /** @throws IOException where that address is not to be called */
    void requireAllowed(InetAddress address) throws IOException {
        Reach.requireOutside(address);
    }

    /** Ends the call wherever it is: to close a connection of TLS, or to disconnect, would wait for whoever reads from it. */
    synchronized void end() {
        ended = true;
        for (Socket socket : plain) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(Level.FINE, "A call to a provider ended otherwise", e);
            }
        }
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(connected, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw unguarded();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw unguarded();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw unguarded();
    }

    private static IOException unguarded() {
        return new IOException("Only a socket that is not connected yet is guarded");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}

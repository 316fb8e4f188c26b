package org.probity.signon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.probity.kernel.BoundedSocket;

/**
 * The connection of one call, to public addresses only. What is asked is the address itself, at the moment of the connection: a
 * name that leads somewhere else than it did when it was looked up before gains nothing.
 */
class GuardedSockets extends SSLSocketFactory {

    /** Bytes of one connection; of an answer {@link ProviderClient} takes half of that. */
    private static final long MOST = 512 * 1024;

    private final SSLSocketFactory tls;
    private final long end;

    /**
     * @param tls what makes of a connection one of TLS
     * @param patience from now until the call ends, wherever it is: to close a connection of TLS, or to disconnect, would wait for
     *        whoever reads from it
     */
    GuardedSockets(SSLSocketFactory tls, Duration patience) {
        this.tls = tls;
        this.end = System.nanoTime() + patience.toNanos();
    }

    @Override
    public Socket createSocket() throws IOException {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.toMillis() <= 0) {
            throw new IOException("The call has ended");
        }
        return new BoundedSocket(left, MOST) {
            @Override
            public void connect(SocketAddress to, int timeout) throws IOException {
                requireAllowed(((InetSocketAddress) to).getAddress());
                super.connect(to, timeout);
            }
        };
    }

    /** @throws IOException where that address is not to be called */
    void requireAllowed(InetAddress address) throws IOException {
        ProviderAddresses.requireOutside(address);
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

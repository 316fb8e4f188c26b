package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a board's administrator may send this server. */
class ProviderAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.org", "https://login.example.org/realms/staff", "http://127.0.0.1:9000/realms/a", "http://[::1]:9000"})
    void thisMayBeAnIssuer(String address) {
        assertThat(ProviderAddresses.isIssuer(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.org", "http://localhost:9000", "http://169.254.169.254/latest", "http://10.0.0.1", "file:///etc/passwd",
        "ftp://example.org", "https://user:pw@example.org", "https://example.org/?a=b", "https://example.org/#a", "example.org", "https:///x", "javascript:alert(1)",
        "http://127.0.0.1.example.org/", "not an address"})
    void thisMayNot(String address) {
        assertThat(ProviderAddresses.isIssuer(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "0.0.0.0",
        "0.1.2.3", "192.0.0.1", "192.0.0.171", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1", "239.1.2.3",
        "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1",
        "::10.1.2.3", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "64:ff9b:1:ffff::8.8.8.8", "2002:7f00:1::1", "2002:a00:1::1",
        "2002:c0a8:101::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "3fff::1", "100::1", "5f00::1", "4000::1",
        "2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:10.0.0.1"})
    void theOperatorsOwnNetworkIsInside(String address) throws IOException {
        assertThat(ProviderAddresses.isInside(InetAddress.getByName(address))).isTrue();
        assertThatThrownBy(() -> ProviderAddresses.requireOutside(InetAddress.getByName(address))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.254",
        "::ffff:9.9.9.9", "::9.9.9.9", "64:ff9b::9.9.9.9", "2002:909:909::1", "2606:4700::1", "2a00:1450::1", "2001:4860::1", "2606:4700::5efe:9.9.9.9"})
    void theRestIsOutside(String address) throws IOException {
        assertThat(ProviderAddresses.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void whatCountsIsTheAddressThatIsConnectedTo() throws IOException {
        try (ServerSocket inside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new GuardedSockets((SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofMinutes(1)).createSocket()) {
            InetAddress rebound = InetAddress.getByAddress("login.example.org", inside.getInetAddress().getAddress());

            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(rebound, inside.getLocalPort()), 1000)).isInstanceOf(IOException.class)
                    .hasMessageContaining("own network");
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress(rebound, inside.getLocalPort()))).isInstanceOf(IOException.class);
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void aCallEndsWhileItIsRead() throws Exception {
        GuardedSockets sockets = new GuardedSockets((SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(1)) {
            @Override
            void requireAllowed(InetAddress address) {
                // of this test alone
            }
        };
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); Socket socket = sockets.createSocket()) {
            socket.connect(slow.getLocalSocketAddress(), 1000);
            CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> {
                try {
                    return socket.getInputStream().read();
                } catch (IOException e) {
                    return -2;
                }
            });
            assertThat(read.get(10, TimeUnit.SECONDS)).isNegative();
            assertThatThrownBy(sockets::createSocket).isInstanceOf(IOException.class);
        }
    }

    @Test
    void theOperatorsOwnNetworkIsNotCalledByHttpsEither() {
        assertThatThrownBy(() -> ProviderAddresses.requireOutside(URI.create("https://10.0.0.1/"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ProviderAddresses.requireOutside(URI.create("https://127.0.0.1.nip.example/"))).isInstanceOf(IOException.class);
    }
}

package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a board's administrator may send this server. */
class ReachTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.org", "https://login.example.org/realms/staff", "http://127.0.0.1:9000/realms/a", "http://[::1]:9000"})
    void thisMayBeAnIssuer(String address) {
        assertThat(Reach.isIssuer(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.org", "http://localhost:9000", "http://169.254.169.254/latest", "http://10.0.0.1", "file:///etc/passwd",
        "ftp://example.org", "https://user:pw@example.org", "https://example.org/?a=b", "https://example.org/#a", "example.org", "https:///x", "javascript:alert(1)",
        "http://127.0.0.1.example.org/", "not an address"})
    void thisMayNot(String address) {
        assertThat(Reach.isIssuer(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1", "fe80::1", "fc00::1", "fd12::1"})
    void theOperatorsOwnNetworkIsInside(String address) throws IOException {
        assertThat(Reach.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "198.51.100.7", "100.128.0.1", "172.32.0.1", "2001:db8::1"})
    void theRestIsOutside(String address) throws IOException {
        assertThat(Reach.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void theOperatorsOwnNetworkIsNotCalledByHttpsEither() {
        assertThatThrownBy(() -> Reach.requireOutside(URI.create("https://10.0.0.1/"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Reach.requireOutside(URI.create("https://127.0.0.1.nip.example/"))).isInstanceOf(IOException.class);
    }
}

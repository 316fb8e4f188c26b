package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final InetAddress PROXY = InetAddress.getLoopbackAddress();

    @Test
    void withoutAProxyNothingTheClientWritesIsRead() {
        assertThat(ClientAddress.find(PROXY, List.of("198.51.100.1"), false)).contains(PROXY);
        assertThat(ClientAddress.find(PROXY, List.of("nonsense"), false)).contains(PROXY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"198.51.100.1|198.51.100.1", "203.0.113.9, 198.51.100.1|198.51.100.1", "nonsense, 198.51.100.1:4711|198.51.100.1",
            "[2001:db8::1]:4711|2001:db8:0:0:0:0:0:1", "2001:db8::1|2001:db8:0:0:0:0:0:1", "::ffff:198.51.100.1|198.51.100.1",
            "::ffff:c633:6401|198.51.100.1", "[::FFFF:198.51.100.1]|198.51.100.1"})
    void behindOneWhatItAddedIsTheClient(String header, String client) {
        assertThat(ClientAddress.find(PROXY, List.of("203.0.113.1", header), true).map(InetAddress::getHostAddress)).contains(client);
    }

    /** Otherwise all of them would be one client, or whatever address stands further left. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "unknown", "_hidden", "198.51.100.1,", "198.51.100.1, unknown", "198.51.100", "198.51.100.256", "1", "localhost",
            "fe80::1%eth0", "2001:db8::1::2", "[198.51.100.1", "198.51.100.1:x", "for=198.51.100.1", ":::", "1:2:3:4:5:6:7:8:9", "dead.beef"})
    void behindOneWhatIsNoAddressIsNobody(String header) {
        assertThat(ClientAddress.find(PROXY, List.of("198.51.100.7", header), true)).isEmpty();
    }

    @Test
    void aProxyThatAsksForItselfIsItsOwnClient() {
        assertThat(ClientAddress.find(PROXY, null, true)).contains(PROXY);
    }

    /** And so are those that one customer may have beside each other. */
    @ParameterizedTest
    @CsvSource({"198.51.100.1, 198.51.100.1", "::ffff:198.51.100.1, 198.51.100.1", "::FFFF:c633:6401, 198.51.100.1",
        "2001:db8:0:1::5, 2001:db8:0:1:0:0:0:0/64 2001:db8:0:0:0:0:0:0/56 2001:db8:0:0:0:0:0:0/48",
        "2001:0db8:0003:1201:ffff::5, 2001:db8:3:1201:0:0:0:0/64 2001:db8:3:1200:0:0:0:0/56 2001:db8:3:0:0:0:0:0/48", "nonsense, nonsense"})
    void oneNetworkIsCountedAsOneHoweverItIsWritten(String address, String networks) throws UnknownHostException {
        assertThat(ClientAddress.networks(address)).containsExactly(networks.split(" "));
        if (!address.equals("nonsense")) {
            assertThat(ClientAddress.networks(InetAddress.getByName(address))).containsExactly(networks.split(" "));
        }
    }
}

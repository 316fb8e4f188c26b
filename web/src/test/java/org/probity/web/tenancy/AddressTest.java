package org.probity.web.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AddressTest {

    private final Address pause = Address.of("/investigations/{reference}/pause", "/investigation/pause.xhtml");

    @Test
    void whatStandsInBracesBecomesAParameter() {
        assertThat(pause.match("/investigations/CHSCB-2026-0042/pause")).contains(Map.of("reference", "CHSCB-2026-0042"));
        assertThat(pause.match("/investigations/a%20b+c/pause")).contains(Map.of("reference", "a b+c"));
    }

    @Test
    void anotherPathDoesNotMatch() {
        assertThat(Stream.of("/investigations", "/investigations//pause", "/investigations/X/pause/", "/investigations/X/stop", "")
                .map(pause::match)).allMatch(found -> found.isEmpty());
    }

    @Test
    void everyAddressLeadsToAPageOrAnInternalServlet() {
        Stream.of(Addresses.AT_BOARD, Addresses.WITHOUT_BOARD).flatMap(List::stream).map(Address::target).forEach(target ->
                assertThat(target.startsWith("/internal/") || Files.exists(Path.of("src/main/webapp" + target))).as(target).isTrue());
    }

    @Test
    void noAddressIsHiddenBehindAnEarlierOne() {
        for (List<Address> addresses : List.of(Addresses.AT_BOARD, Addresses.WITHOUT_BOARD)) {
            for (int i = 0; i < addresses.size(); i++) {
                String path = addresses.get(i).pattern().replaceAll("\\{\\w+}", "x-1");
                for (Address earlier : addresses.subList(0, i)) {
                    assertThat(earlier.match(path)).as(path + " is taken by " + earlier.pattern()).isEmpty();
                }
            }
        }
    }
}

package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.Condition;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;

class RouteTest {

    private final Route pause = Route.of("/investigations/{reference}/pause", "/investigation/pause.xhtml", Act.PAUSE);

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
        Stream.of(Routes.AT_BOARD, Routes.WITHOUT_BOARD).flatMap(List::stream).map(Route::target).forEach(target ->
                assertThat(target.startsWith("/internal/") || Files.exists(Path.of("src/main/webapp" + target))).as(target).isTrue());
    }

    @Test
    void noBoardHasTheFirstWordOfAnAddressOfTheInstallation() {
        Stream<String> addresses = Stream.concat(Routes.WITHOUT_BOARD.stream().map(Route::pattern), Routes.PASSING.stream());
        assertThat(addresses.map(address -> address.split("/", 3)).filter(parts -> parts.length > 1).map(parts -> parts[1])
                .filter(word -> word.matches("[a-z][a-z0-9]*"))).isNotEmpty().allMatch(Board.RESERVED::contains);
    }

    @Test
    void noAddressIsHiddenBehindAnEarlierOne() {
        for (List<Route> addresses : List.of(Routes.AT_BOARD, Routes.WITHOUT_BOARD)) {
            for (int i = 0; i < addresses.size(); i++) {
                String path = addresses.get(i).pattern().replaceAll("\\{\\w+}", "x-1");
                for (Route earlier : addresses.subList(0, i)) {
                    assertThat(earlier.match(path)).as(path + " is taken by " + earlier.pattern()).isEmpty();
                }
            }
        }
    }

    /** A page nobody has said anything about is closed; an open one is for what anybody may do. */
    @Test
    void everyAddressSaysWhichActItLeadsTo() {
        Stream.of(Routes.AT_BOARD, Routes.WITHOUT_BOARD).flatMap(List::stream).forEach(address -> {
            assertThat(address.acts()).as(address.pattern()).isNotEmpty();
            boolean anybody = address.acts().stream().anyMatch(act -> act.allows(Caller.reporter()));
            assertThat(!address.open() || anybody).as(address.pattern()).isTrue();
        });
        assertThatThrownBy(() -> Act.requireAny(Caller.reporter(), Route.open("/x", "/x.xhtml").acts())).isInstanceOf(Refusal.class);
    }

    /** They come to what they are asked, below its own address. */
    @Test
    void noAddressOfACaseOpensToWhoeverIsOnlyAsked() {
        assertThat(Routes.AT_BOARD).filteredOn(address -> address.pattern().startsWith("/investigations")).flatExtracting(Route::acts)
                .isNotEmpty().allSatisfy(act -> assertThat(act.grants()).noneMatch(grant -> grant.conditions().contains(Condition.SUBJECT)));
    }

    /** A redirect to the same path would lead to another server. */
    @Test
    void anAddressThatBeginsLikeAHostIsNone() {
        assertThat(Stream.of("//example.org", "///example.org", "//example.org/nscb", "/nscb/../x")).allMatch(Routes::isWinding);
        assertThat(Stream.of("/", "/nscb", "/nscb/worklist")).noneMatch(Routes::isWinding);
    }

    /** Whether there is such a thing at the board is answered first: an act on it asks by itself who is there. */
    @Test
    void noAddressOfAThingAsksWhoIsThereBeforeItIsLookedFor() {
        assertThat(Routes.AT_BOARD).filteredOn(address -> address.pattern().contains("{")).flatExtracting(Route::acts)
                .allSatisfy(act -> assertThat(act.grants()).noneMatch(grant -> grant.conditions().contains(Condition.FRESH)));
    }
}

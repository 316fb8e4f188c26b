package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.tenancy.CurrentBoard;

/** What a browser carries while its person is at a provider. */
class PendingSignInsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    @TempDir
    private Path folder;
    private Keys keys;
    private SignOn signOn;

    @BeforeEach
    void start() {
        keys = TestKeys.in(folder);
        signOn = at(NOW);
    }

    @Test
    void whatIsSealedIsOpenedAsItWasAndSaysNothingToItsBearer() {
        PendingSignIn set = departure("1", "/chscb/policy?q=a b&c=d");
        String carried = with(set, null);
        assertThat(carried).matches("[A-Za-z0-9_-]+").doesNotContain("verifier");
        assertThat(opened(carried, "1")).usingRecursiveComparison().ignoringFields("to").isEqualTo(set);
        assertThat(opened(with(departure("2", null), carried), "2").next()).isNull();
    }

    /** As at another board, after a change, or with another key. */
    @Test
    void whatWasNotSealedHereIsNothing() {
        String carried = with(departure("1", null), null);
        assertThat(CurrentBoard.call("nscb", () -> signOn.underWay(carried)).open()).isEmpty();
        char other = carried.charAt(30) == 'A' ? 'B' : 'A';
        for (String forged : new String[] {null, "", "x", "x".repeat(40), "a=b;c", carried.substring(4), carried.substring(0, 30) + other + carried.substring(31),
            carried + "A".repeat(10_000), CurrentBoard.call("chscb", () -> keys.seal("signon/other", "1 2 3 4 true "))}) {
            assertThat(CurrentBoard.call("chscb", () -> signOn.underWay(forged)).open()).as(forged).isEmpty();
        }
    }

    @Test
    void oneThatIsBackIsGone() {
        String both = with(departure("2", null), with(departure("1", null), null));
        String left = CurrentBoard.call("chscb", () -> signOn.without(signOn.underWay(both).find("1").orElseThrow(), both));
        assertThat(opened(left, "1")).isNull();
        assertThat(opened(left, "2")).isNotNull();
        assertThat(opened(left, null)).isNull();
        assertThat(CurrentBoard.call("chscb", () -> signOn.without(signOn.underWay(left).find("2").orElseThrow(), left))).isEmpty();
    }

    /** However often somebody sets out, and wherever to, any browser can carry it. */
    @Test
    void onlyTheLatestAreCarried() {
        String carried = null;
        for (int n = 0; n < 8; n++) {
            carried = with(departure("short" + n, null), carried);
        }
        assertThat(opened(carried, "short2")).isNull();
        assertThat(opened(carried, "short3")).isNotNull();
        for (int n = 0; n < 8; n++) {
            carried = with(departure("long" + n, "/" + "\u20ac".repeat(499)), carried);
            assertThat(carried).hasSizeBetween(1_500, 3_800);
        }
        assertThat(opened(carried, "long7").next()).hasSize(500);
        signOn = at(NOW.plus(Duration.ofMinutes(11)));
        assertThat(opened(with(departure("late", null), carried), "long7")).isNull();
    }

    @Test
    void aPathThatWouldBeReadAsAnotherDepartureIsDropped() {
        assertThat(opened(with(departure("1", "/a\nforged n v 0 true /b"), null), "forged")).isNull();
    }

    private String with(PendingSignIn pendingSignIn, String carried) {
        return CurrentBoard.call("chscb", () -> signOn.with(pendingSignIn, carried));
    }

    private PendingSignIn opened(String carried, String state) {
        return CurrentBoard.call("chscb", () -> signOn.underWay(carried)).find(state).orElse(null);
    }

    private SignOn at(Instant now) {
        return TestDatabase.wire(new SignOn(), keys, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static PendingSignIn departure(String state, String next) {
        return new PendingSignIn(URI.create("https://login.example.org"), "chscb", state, "nonce", "verifier".repeat(5), NOW, true, next);
    }
}

package org.probity.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.tenancy.CurrentBoard;

/** What a browser carries from a report to its receipt. */
class ReceiptsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Receipt ENTERED = new Receipt("ABCD-EFGH-JKMN", "CHSCB-2026-0042");
    private static final Caller NOBODY = Caller.reporter();
    private static final Caller OFFICER = new Caller(7L, 7L, "Olwen", Set.of(Role.OFFICER), null, Language.EN);
    private static final Caller ANOTHER = new Caller(8L, 8L, "Nia", Set.of(Role.OFFICER), null, Language.EN);

    @TempDir
    private Path folder;
    private Keys keys;

    @BeforeEach
    void start() {
        keys = TestKeys.in(folder);
    }

    @Test
    void whatABrowserCarriesIsItsReceiptAgainForSomeMinutesAndSaysNothingByItself() {
        String carried = seal(OFFICER, ENTERED);
        assertThat(carried).matches("[A-Za-z0-9_-]{40,200}").doesNotContain("ABCD", "CHSCB");
        assertThat(open("chscb", OFFICER, NOW, carried)).hasValue(ENTERED);
        assertThat(open("chscb", OFFICER, NOW.plus(Receipts.SHOWN_FOR).minusMillis(1), carried)).hasValue(ENTERED);
        assertThat(open("chscb", OFFICER, NOW.plus(Receipts.SHOWN_FOR), carried)).isEmpty();
        assertThat(open("chscb", NOBODY, NOW, seal(NOBODY, new Receipt("ABCD-EFGH-JKMN", null)))).hasValue(new Receipt("ABCD-EFGH-JKMN", null));
    }

    @Test
    void itIsNothingAtAnotherBoardOrForAnotherPersonAtTheSameBrowser() {
        String carried = seal(OFFICER, ENTERED);
        assertThat(open("nscb", OFFICER, NOW, carried)).isEmpty();
        assertThat(open("chscb", ANOTHER, NOW, carried)).isEmpty();
        assertThat(open("chscb", NOBODY, NOW, carried)).isEmpty();
        assertThat(open("chscb", OFFICER, NOW, seal(NOBODY, ENTERED))).isEmpty();
    }

    @Test
    void whatIsMadeUpOrChangedAnywhereIsNothing() {
        String carried = seal(NOBODY, ENTERED);
        for (int at = 0; at < carried.length() - 1; at++) {
            String forged = carried.substring(0, at) + (carried.charAt(at) == 'A' ? 'B' : 'A') + carried.substring(at + 1);
            assertThat(open("chscb", NOBODY, NOW, forged)).as(forged).isEmpty();
        }
        for (String forged : new String[] {null, "", "x", "a=b;c", carried + "A".repeat(10_000), keys.seal("investigation.receipt/chscb", "9999999999999 A B")}) {
            assertThat(open("chscb", NOBODY, NOW, forged)).as(forged).isEmpty();
        }
    }

    private String seal(Caller caller, Receipt receipt) {
        return CurrentBoard.call("chscb", () -> CurrentCaller.call(caller, () -> at(NOW).seal(receipt)));
    }

    private Optional<Receipt> open(String board, Caller caller, Instant now, String carried) {
        return CurrentBoard.call(board, () -> CurrentCaller.call(caller, () -> at(now).open(carried)));
    }

    private Receipts at(Instant now) {
        return TestDatabase.wire(new Receipts(), keys, Clock.fixed(now, ZoneOffset.UTC));
    }
}

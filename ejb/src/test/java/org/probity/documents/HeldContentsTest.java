package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;
import org.probity.tenancy.CurrentBoard;

/** What goes out at the same time, and to whom. */
class HeldContentsTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long FILE = 25 * MEGABYTE;

    private final ContentRoom room = new ContentRoom(80 * MEGABYTE, 100 * MEGABYTE, Duration.ofMillis(1));
    private final AtomicInteger read = new AtomicInteger();

    @Test
    void onePersonHasOneLargeFileAtATimeAndTheNextIsNotEvenRead() {
        HeldContents first = read(1, FILE);
        for (int i = 0; i < 15; i++) {
            assertRefused(1, FILE, Refusal.Kind.TOO_MANY);
        }
        assertThat(read).hasValue(1);

        first.giveBack();
        read(1, FILE);
        assertThat(read).hasValue(2);
    }

    @Test
    void allTogetherHaveNoMoreThanThereIs() {
        HeldContents one = read(1, FILE);
        read(2, FILE);
        read(3, FILE);
        assertRefused(4, FILE, Refusal.Kind.UNAVAILABLE);
        read(4, MEGABYTE);

        one.giveBack();
        read(5, FILE);
    }

    @Test
    void aPrintTakesItsCopiesAtOnceAndWhatItReadsComesFromThem() {
        HeldContents print = held();
        as(1, () -> {
            print.prepare(4 * FILE);
            print.read(FILE, read::incrementAndGet);
        });
        assertThatThrownBy(() -> as(2, () -> held().prepare(FILE))).isInstanceOf(TryAgainLater.class);

        // the preview is read as slowly as anybody likes
        print.printed(new byte[(int) FILE]);
        as(3, () -> held().prepare(4 * FILE));
    }

    @Test
    void whoTakesFilesSlowlyStopsNoPack() {
        read(1, FILE);
        read(2, FILE);
        read(3, FILE);
        HeldContents print = held();
        as(4, () -> print.prepare(4 * FILE));
        assertRefused(5, FILE, Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void packsOfTwoBoardsThatNobodySendsByHandDoNotStopEachOther() {
        Caller clockwork = new Caller(null, null, "Probity", Set.of(), null, Language.EN);
        CurrentBoard.run("chscb", () -> CurrentCaller.run(clockwork, () -> held().prepare(30 * MEGABYTE)));
        CurrentBoard.run("cwmtaf", () -> CurrentCaller.run(clockwork, () -> held().prepare(60 * MEGABYTE)));
        assertThatThrownBy(() -> CurrentBoard.run("chscb", () -> CurrentCaller.run(clockwork, () -> held().prepare(30 * MEGABYTE))))
                .isInstanceOf(TryAgainLater.class);
    }

    @Test
    void aLargeFileWaitsForItsReaderOnDiskSealed() throws IOException {
        byte[] large = "what a case holds ".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        ContentSpool.Spooled waiting = new ContentSpool().keep(ContentBytes.of(large));
        assertThat(waiting.content().all()).isEqualTo(large).isEqualTo(waiting.content().all());

        ByteBuffer sealed = ByteBuffer.allocate(large.length);
        waiting.file().sealed(sealed);
        assertThat(new String(sealed.array(), StandardCharsets.ISO_8859_1)).doesNotContain("what a case holds");
        try (Stream<Path> listed = Files.list(Path.of(System.getProperty("java.io.tmpdir"), "spool"))) {
            assertThat(listed).isEmpty();
        }
        waiting.drop();
    }

    @Test
    void onePersonHasOnePrintAtATimeAndAClockAsManyAsItHasTo() {
        HeldContents first = held();
        HeldContents second = held();
        as(1, () -> first.prepare(MEGABYTE));
        as(1, () -> first.prepare(MEGABYTE));
        as(1, () -> assertThatThrownBy(() -> second.prepare(MEGABYTE)).isInstanceOf(TryAgainLater.class));
        as(2, () -> second.prepare(MEGABYTE));
        held().prepare(MEGABYTE);
        held().prepare(MEGABYTE);

        first.printed(new byte[1]);
        as(1, () -> held().prepare(MEGABYTE));
    }

    @Test
    void whoWaitsHasTheirTurnOnceSomethingIsGivenBack() throws InterruptedException {
        ContentRoom patient = new ContentRoom(80 * MEGABYTE, 80 * MEGABYTE, Duration.ofMinutes(1));
        HeldContents first = TestDatabase.wire(new HeldContents(), patient);
        as(1, () -> first.read(FILE, read::incrementAndGet));
        Thread second = new Thread(() -> as(1, () -> TestDatabase.wire(new HeldContents(), patient).read(FILE, read::incrementAndGet)));
        second.start();
        while (second.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(read).hasValue(1);
        first.giveBack();
        second.join();
        assertThat(read).hasValue(2);
    }

    private HeldContents read(long person, long bytes) {
        HeldContents held = held();
        as(person, () -> held.read(bytes, read::incrementAndGet));
        return held;
    }

    private void assertRefused(long person, long bytes, Refusal.Kind kind) {
        int before = read.get();
        assertThatThrownBy(() -> read(person, bytes)).isInstanceOfSatisfying(TryAgainLater.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.seconds()).isEqualTo(10);
        });
        assertThat(read).hasValue(before);
    }

    private HeldContents held() {
        return TestDatabase.wire(new HeldContents(), room);
    }

    private static void as(long person, Runnable work) {
        CurrentCaller.run(new Caller(person, person, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN), work);
    }
}

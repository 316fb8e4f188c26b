package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

/** What goes out at the same time, and to whom. */
class HeldContentsTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long FILE = 25 * MEGABYTE;

    private final ContentRoom room = new ContentRoom(80 * MEGABYTE, Duration.ofMillis(1));
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
        assertRefused(2, FILE, Refusal.Kind.UNAVAILABLE);

        print.printed(FILE);
        read(2, FILE);
        read(3, FILE);
        assertRefused(4, FILE, Refusal.Kind.UNAVAILABLE);
        print.giveBack();
        read(4, FILE);
    }

    @Test
    void whoWaitsHasTheirTurnOnceSomethingIsGivenBack() throws InterruptedException {
        ContentRoom patient = new ContentRoom(80 * MEGABYTE, Duration.ofMinutes(1));
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

package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.AtOnce;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Refusal;

/** A key that signs checkpoints does not change in silence: without the one that signed those that are there, nothing starts. */
class KeyHistoryTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();
    private Instant now = START;

    @TempDir
    private Path folder;

    @BeforeEach
    @AfterEach
    void forget() {
        database.run("chscb", entities -> entities.createQuery("delete from AuditKey").executeUpdate());
    }

    @Test
    void theFirstKeyIsWrittenDownOnce() {
        Keys keys = keys("a");
        settle(keys, Set.of(), null);
        settle(keys, Set.of(id(keys)), null);

        assertThat(shown()).singleElement().returns(id(keys), KeyLine::key).returns(null, KeyLine::previous);
    }

    @Test
    void anInstallationFromBeforeThisGoesOnWithTheKeyThatSignedItsCheckpoints() {
        Keys keys = keys("a");
        settle(keys, Set.of(id(keys)), null);

        assertThat(shown()).hasSize(1);
    }

    @Test
    void checkpointsOfAnotherKeyStopTheStart() {
        Keys keys = keys("a");

        assertThatThrownBy(() -> settle(keys, Set.of("0123456789abcdef"), null)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0123456789abcdef").hasMessageContaining("Put checkpoint.key");
        assertThat(shown()).isEmpty();
    }

    @Test
    void aKeyThatWasTakenAwayStopsTheStartUntilTheOperatorDeclaresANewOne() throws IOException {
        Keys before = keys("a");
        settle(before, Set.of(), null);
        Files.delete(folder.resolve("a/checkpoint.key"));
        assertThatThrownBy(() -> keys("a")).isInstanceOf(IllegalStateException.class).hasMessageContaining("checkpoint.key is missing");
        Files.delete(folder.resolve("a/secrets.key"));
        Keys after = keys("a");

        assertThatThrownBy(() -> settle(after, Set.of(), null)).isInstanceOf(IllegalStateException.class).hasMessageContaining(id(before));
        settle(after, Set.of(), "The disk was lost");
        assertThat(shown()).hasSize(2).last().returns("The disk was lost", KeyLine::declared).returns(id(before), KeyLine::previous);
        assertThatCode(() -> settle(after, Set.of(id(before)), null)).doesNotThrowAnyException();
    }

    /** A setting that was left standing declares no second key. */
    @Test
    void wordsThatDeclaredOneKeyDeclareNoOther() {
        settle(keys("a"), Set.of(), null);
        settle(keys("b"), Set.of(), "The disk was lost");

        assertThatThrownBy(() -> settle(keys("c"), Set.of(), "The disk was lost")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theKeyThatSealsIsNotMadeAnewInSilence() throws IOException {
        keys("a");
        Files.delete(folder.resolve("a/secrets.key"));

        assertThatThrownBy(() -> keys("a")).isInstanceOf(IllegalStateException.class).hasMessageContaining("secrets.key is missing");
    }

    @Test
    void aServerThatEndedWhileAKeyWasHandedOverFinishesIt() {
        Keys keys = keys("a");
        settle(keys, Set.of(), null);
        String before = id(keys);
        var next = Keys.makePair();
        keys.keepNext(next);
        now = now.plusSeconds(1);
        SignedKey handedOver = SignedKey.handedOver(next.getPublic(), next.getPrivate(), now, before, keys.pair().getPrivate());
        database.run("chscb", entities -> entities.persist(new AuditKey(handedOver, "-")));
        Keys restarted = keys("a");
        assertThat(id(restarted)).isEqualTo(before);

        settle(restarted, Set.of(before), null);

        assertThat(id(restarted)).isEqualTo(handedOver.key());
        assertThat(id(keys("a"))).isEqualTo(handedOver.key());
    }

    /** The next change has nothing to hand over from but the key that was written down last. */
    @Test
    void aChangeThatWasHalfMadeIsFinishedByTheNextOne() {
        Keys keys = keys("a");
        settle(keys, Set.of(), null);
        String before = id(keys);
        changed(keys);
        change(keys, new CyclicBarrier(1));

        assertThat(shown()).hasSize(3).last().returns(id(keys), KeyLine::key).extracting(KeyLine::previous).isNotEqualTo(before);
    }

    /** By then another had finished it, and kept a key for a change of its own that nobody has written down yet. */
    @Test
    void aServerThatIsSlowToFinishLetsNoOtherKeySign() {
        Keys keys = keys("a");
        settle(keys, Set.of(), null);
        List<Synchronization> late = changed(keys);
        Keys others = keys("a");
        settle(others, Set.of(), null);
        others.keepNext(Keys.makePair());
        late.forEach(synchronization -> synchronization.afterCompletion(Status.STATUS_COMMITTED));

        assertThat(shown()).hasSize(2).last().returns(id(keys), KeyLine::key);
        assertThat(id(keys("a"))).isEqualTo(id(keys));
    }

    /** The files are left as they were. @return what the server was to do with them then */
    private List<Synchronization> changed(Keys keys) {
        now = now.plusSeconds(1);
        List<Synchronization> told = changed(keys, new CyclicBarrier(1));
        now = now.plusSeconds(1);
        return told;
    }

    @Test
    void aKeyThatWasKeptAndNotHandedOverToIsForgotten() {
        Keys keys = keys("a");
        settle(keys, Set.of(), null);
        keys.keepNext(Keys.makePair());
        Keys restarted = keys("a");
        settle(restarted, Set.of(), null);

        assertThat(id(restarted)).isEqualTo(id(keys));
    }

    /** Otherwise two keys would follow the same one, and one of them would sign what nobody can check. */
    @Test
    void ofSeveralChangesAtTheSameMomentOneIsMade() throws Exception {
        Keys keys = keys("a");
        settle(keys, Set.of(), null);
        String before = id(keys);
        CyclicBarrier looked = new CyclicBarrier(6);
        now = now.plusSeconds(1);

        List<Optional<Throwable>> thrown = AtOnce.run(6, () -> change(keys, looked));

        assertThat(thrown.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(thrown.stream().flatMap(Optional::stream)).allMatch(e -> Refusal.in(e).kind() == Refusal.Kind.STATE);
        assertThat(shown()).hasSize(2).last().returns(before, KeyLine::previous).returns(id(keys), KeyLine::key);
        now = now.plusSeconds(1);
        change(keys, new CyclicBarrier(1));
        assertThat(shown()).hasSize(3).last().returns(id(keys), KeyLine::key);
        assertThat(id(keys("a"))).as("after a new start").isEqualTo(id(keys));
    }

    /** In a transaction that ends well; all have read the present key before one of them goes on. */
    private void change(Keys keys, CyclicBarrier looked) {
        changed(keys, looked).forEach(synchronization -> synchronization.afterCompletion(Status.STATUS_COMMITTED));
    }

    private List<Synchronization> changed(Keys keys, CyclicBarrier looked) {
        List<Synchronization> told = new ArrayList<>();
        TransactionSynchronizationRegistry transaction = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class}, (proxy, method, args) -> told.add((Synchronization) args[0]));
        database.run("chscb", entities -> TestDatabase.wire(history(entities, keys), transaction, new Meeting(now, looked)).change("It is a year old"));
        return told;
    }

    private Keys keys(String name) {
        return TestKeys.in(folder.resolve(name));
    }

    private static String id(Keys keys) {
        return SignedCheckpoint.id(keys.checking());
    }

    private void settle(Keys keys, Set<String> used, String declared) {
        now = now.plus(Duration.ofSeconds(1));
        database.run("chscb", entities -> CurrentCaller.run(Caller.system(), () -> history(entities, keys).settle(used, Optional.ofNullable(declared))));
    }

    private List<KeyLine> shown() {
        return database.call("chscb", entities -> history(entities, null).shown());
    }

    private KeyHistory history(EntityManager entities, Keys keys) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Audit audit = TestDatabase.wire(new Audit(), clock, new ChainAtOnce(entities));
        return keys == null ? TestDatabase.wire(new KeyHistory(), entities) : TestDatabase.wire(new KeyHistory(), entities, keys, audit, clock);
    }

    /** Nobody is told the time before all have asked for it. */
    private static final class Meeting extends TestClock {

        private final CyclicBarrier all;

        Meeting(Instant now, CyclicBarrier all) {
            super(now);
            this.all = all;
        }

        @Override
        public Instant instant() {
            try {
                all.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            return super.instant();
        }
    }
}

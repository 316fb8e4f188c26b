package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.tenancy.Keys;
import org.probity.tenancy.TestKeys;

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
        var next = keys.makeNext();
        now = now.plusSeconds(1);
        SignedKey handedOver = SignedKey.handedOver(next.getPublic(), next.getPrivate(), now, before, keys.signing());
        database.run("chscb", entities -> entities.persist(new AuditKey(handedOver, "-")));
        Keys restarted = keys("a");
        assertThat(id(restarted)).isEqualTo(before);

        settle(restarted, Set.of(before), null);

        assertThat(id(restarted)).isEqualTo(handedOver.key());
        assertThat(id(keys("a"))).isEqualTo(handedOver.key());
    }

    @Test
    void aKeyThatWasMadeAndNotHandedOverToIsForgotten() {
        Keys keys = keys("a");
        settle(keys, Set.of(), null);
        keys.makeNext();
        Keys restarted = keys("a");
        settle(restarted, Set.of(), null);

        assertThat(id(restarted)).isEqualTo(id(keys));
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
}

package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;

/** Where a new key was written down and the files were not changed, whatever is signed next is signed with the new one. */
class HalfMadeChangeTest {

    private static final Instant CHANGED = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(CHANGED.plusSeconds(3_600), ZoneOffset.UTC);

    private final TestDatabase database = TestDatabase.get();
    private final String board = "h" + System.nanoTime();

    @TempDir
    private Path folder;

    private Keys keys;
    private String newer;

    @BeforeEach
    void changeHalf() {
        keys = TestKeys.in(folder.resolve("keys"));
        database.run(board, entities -> {
            entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate();
            entities.persist(new AuditKey(SignedKey.first(keys.checking(), keys.pair().getPrivate(), CHANGED.minusSeconds(3_600)), "-"));
        });
        asSystem(entities -> audit(entities).record("case.act", null, "thing", null, null, null));
        newer = TestCheckpoints.handOverHalf(keys, CHANGED);
    }

    @AfterEach
    void forget() {
        database.run(board, entities -> entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate());
    }

    static Stream<Arguments> ways() {
        return Stream.of(way("asked for", Chains::checkpoint), way("for an export", Chains::recentCheckpoint),
                way("of the day", Chains::checkpointOfToday));
    }

    private static Arguments way(String name, Consumer<Chains> signing) {
        return Arguments.of(name, signing);
    }

    @ParameterizedTest(name = "a checkpoint {0}")
    @MethodSource("ways")
    void theNewerKeySigns(String name, Consumer<Chains> signing) throws IOException {
        asSystem(entities -> signing.accept(TestDatabase.wire(new Chains(), entities, CLOCK, keys, new CheckpointFiles(folder), audit(entities),
                TestDatabase.wire(new KeyHistory(), entities, keys), new Fired<CheckpointSigned>())));

        assertThat(signers()).containsExactly(newer);
    }

    @Test
    void theNewerKeySignsTheEndOfABoardThatIsRemoved() throws IOException {
        TestCheckpoints.sealEnd(folder, keys, board, 1, "A".repeat(43));

        assertThat(signers()).containsExactly(newer);
    }

    /** As where the folder was put back from a backup of before. */
    @Test
    void theOlderKeySignsNothingMore() throws IOException {
        Files.delete(folder.resolve("keys/checkpoint.key.next"));
        Files.delete(folder.resolve("keys/checkpoint.pub.next"));

        assertThatThrownBy(() -> TestCheckpoints.sealEnd(folder, keys, board, 1, "A".repeat(43))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Nothing is signed").hasMessageContaining(newer);
    }

    private void asSystem(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> database.run(board, work));
    }

    private List<String> signers() throws IOException {
        return Files.readAllLines(folder.resolve(board + ".jsonl")).stream().map(line -> SignedCheckpoint.parse(line).key()).toList();
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }
}

package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.audit.Verdict;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Refusal;

/** Whoever holds the database can have nothing signed that does not go on from what was signed: of ten entries the fifth was, and the tenth. */
class GrownChainTest extends GrownChainBench {

    static Stream<Arguments> crimes() {
        return Stream.of(
                crime("has it end before what was signed", test -> {
                    test.reseal(7, 9);
                    test.end(9);
                }),
                crime("takes the end away", test -> {
                    test.behind("delete from audit_entry where seq > 7");
                    test.end(7);
                }),
                crime("has it end there as it was", test -> test.end(7)),
                crime("says that there is none", test -> test.behind("update audit_chain set last_seq = 0, last_hash = ''")),
                crime("seals all of it anew", test -> {
                    test.act(3);
                    test.reseal(7, 13);
                    test.end(13);
                }),
                crime("adds to what was sealed anew", test -> {
                    test.reseal(7, 10);
                    test.end(10);
                    test.act(3);
                }),
                crime("takes the last entry", test -> {
                    test.act(3);
                    test.behind("delete from audit_entry where seq = 13");
                }),
                crime("takes one since then", test -> {
                    test.act(3);
                    test.behind("delete from audit_entry where seq = 12");
                }),
                crime("changes one since then", test -> {
                    test.act(3);
                    test.behind("update audit_entry set after_act = '{}' where seq = 12");
                }),
                crime("has it end at another hash", test -> {
                    test.act(3);
                    test.behind("update audit_chain set last_hash = '" + "A".repeat(43) + "'");
                }),
                crime("has it end before what was added", test -> {
                    test.act(3);
                    test.end(12);
                }));
    }

    private static Arguments crime(String name, Consumer<GrownChainTest> crime) {
        return Arguments.of(name, crime);
    }

    @ParameterizedTest(name = "who {0}")
    @MethodSource("crimes")
    void nothingIsSignedForSomebody(String name, Consumer<GrownChainTest> crime) throws IOException {
        crime.accept(this);
        behind("delete from audit_checkpoint");

        tryTo(Chains::checkpointOfToday);
        tryTo(Chains::recentCheckpoint);
        assertThatThrownBy(() -> sign(Chains::checkpoint)).isInstanceOf(Refusal.class).hasMessageContaining("audit.refused.broken");

        assertSigned(5, 10);
    }

    /** Somebody with every right on the database takes the key out of it, so that nobody knows what it signed. */
    @ParameterizedTest(name = "a newer key signed: {0}")
    @ValueSource(booleans = {false, true})
    void aKeyThatIsForgottenCountsAllTheSame(boolean changed) throws IOException {
        if (changed) {
            keys = TestCheckpoints.declare(TestKeys.in(folder.resolve("newer")), now);
        }
        reseal(7, 10);
        end(10);
        behind("delete from audit_checkpoint");
        database.run(board, entities -> entities.createQuery("delete from AuditKey k where k.key <> :key").setParameter("key",
                changed ? SignedCheckpoint.id(keys.checking()) : "none").executeUpdate());
        tryTo(Chains::checkpointOfToday);

        assertSigned(5, 10);
        assertThat(kept).singleElement().returns(false, Verdict::whole);
    }

    /** It is asked for every quarter of an hour; whoever asks by themselves is told. */
    @Test
    void thatItIsNotSignedIsKeptOnceADay() throws IOException {
        reseal(7, 10);
        end(10);
        behind("delete from audit_checkpoint");
        for (int i = 0; i < 4; i++) {
            sign(Chains::checkpointOfToday);
        }
        assertThat(kept).containsExactly(Verdict.between(Verdict.Kind.RESEALED, 1, 10));
        assertThat(CurrentCaller.call(Caller.system(), () -> asSystem(Chains::recentCheckpoint))).isZero();
        assertThatThrownBy(() -> asSystem(Chains::checkpoint)).isInstanceOf(Refusal.class).hasMessageContaining("audit.refused.broken");
        assertThat(kept).hasSize(1);

        now = now.plus(Duration.ofDays(1));
        sign(Chains::checkpointOfToday);
        assertThat(kept).hasSize(2);
        assertSigned(5, 10);
    }

    /** What was done to earlier ones whoever verifies the chain finds: the work of each day is that of its own entries. */
    @Test
    void onlyWhatWasAddedIsRead() throws IOException {
        act(3);
        behind("delete from audit_entry where seq < 10");
        sign(Chains::checkpointOfToday);

        assertSigned(5, 10, 13);
        assertThat(kept).isEmpty();
    }

    @Test
    void aKeyThatTookOverSignsOn() throws IOException {
        keys = TestCheckpoints.declare(TestKeys.in(folder.resolve("newer")), now);
        act(3);
        sign(Chains::checkpointOfToday);

        assertSigned(5, 10, 13);
    }

    /** The file was moved away, or the board came from elsewhere. */
    @Test
    void withoutAFileTheWholeChainIsRead() throws IOException {
        Files.delete(folder.resolve(board + ".jsonl"));
        sign(Chains::checkpointOfToday);
        assertSigned(10);

        Files.delete(folder.resolve(board + ".jsonl"));
        behind("update audit_entry set after_act = '{}' where seq = 4", "delete from audit_checkpoint");
        sign(Chains::checkpointOfToday);
        assertThat(folder.resolve(board + ".jsonl")).doesNotExist();
        assertThat(kept).containsExactly(Verdict.at(Verdict.Kind.CHANGED, 4));
    }

    private void tryTo(Consumer<Chains> signing) {
        try {
            sign(signing);
        } catch (Refusal notSigned) {
            assertThat(notSigned).hasMessageContaining("audit.refused.broken");
        }
    }
}

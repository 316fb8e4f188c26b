package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.SignedKey;

/** Which keys count for whoever verifies an exported chain: those they kept, and those that lead there. */
class VerifierKeysTest extends ExportedChainBench {

    @Test
    void aKeyThatNothingLeadsToProvesNothing() throws IOException, GeneralSecurityException {
        keys = pair();
        sign(20);
        say(SignedKey.first(keys.getPublic(), keys.getPrivate(), AT));

        assertThat(verify()).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing leads there from the key you gave");
    }

    /** One checkpoint that cannot be checked is enough: it might be the one that tells of a cut. */
    @Test
    void aCheckpointThatCannotBeCheckedIsNotPassedOver() throws IOException, GeneralSecurityException {
        List<String> known = Files.readAllLines(folder.resolve("checkpoints.jsonl"));
        keys = pair();
        sign(20);
        Files.write(folder.resolve("checkpoints.jsonl"), known, StandardOpenOption.APPEND);

        assertThat(verify()).isEqualTo(Verifier.UNUSABLE);
    }

    @Test
    void aKeyCountsThatTheKeptOneHandedOverTo() throws IOException, GeneralSecurityException {
        KeyPair kept = keys;
        keys = pair();
        SignedKey first = SignedKey.first(kept.getPublic(), kept.getPrivate(), AT);
        SignedKey next = SignedKey.handedOver(keys.getPublic(), keys.getPrivate(), AT, first.key(), kept.getPrivate());
        List<String> before = Files.readAllLines(folder.resolve("checkpoints.jsonl"));
        sign(LENGTH);
        Files.write(folder.resolve("checkpoints.jsonl"), before, StandardOpenOption.APPEND);
        keep(keys, "newer.pub");

        say(first, next);
        assertThat(verify()).isEqualTo(Verifier.WHOLE);
        assertThat(run("newer.pub")).isEqualTo(Verifier.WHOLE);

        say(first, new SignedKey(next.key(), next.publicKey(), next.at(), next.previous(), "", next.own(), next.own()));
        assertThat(verify()).isEqualTo(Verifier.UNUSABLE);
        assertThat(run("newer.pub")).isEqualTo(Verifier.UNUSABLE);
    }

    /** Whoever got hold of a key after it was replaced signs nothing with it that counts, whatever time it says. */
    @Test
    void aKeyThatWasReplacedSignsNothingAnyMore() throws IOException, GeneralSecurityException {
        KeyPair kept = keys;
        SignedKey first = SignedKey.first(kept.getPublic(), kept.getPrivate(), AT.minusSeconds(86_400));
        KeyPair next = pair();
        keep(next, "newer.pub");
        say(first, SignedKey.handedOver(next.getPublic(), next.getPrivate(), AT, first.key(), kept.getPrivate()));
        export();
        assertThat(run("newer.pub")).as("the newest").isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("was replaced");

        keys = next;
        List<String> before = Files.readAllLines(folder.resolve("checkpoints.jsonl"));
        sign(LENGTH);
        Files.write(folder.resolve("checkpoints.jsonl"), before, StandardOpenOption.APPEND);
        assertThat(run("newer.pub")).isEqualTo(Verifier.WHOLE);

        Files.writeString(folder.resolve("checkpoints.jsonl"), SignedCheckpoint.sign(BOARD, 20, links.get(19).hash(), AT.plusSeconds(3_600),
                kept.getPrivate(), kept.getPublic()).line() + "\n", StandardOpenOption.APPEND);
        assertThat(run("newer.pub")).as("a later one").isEqualTo(Verifier.UNUSABLE);
    }

    /** Whoever lost the key to cut a chain has to say so, and whoever checks has to accept it knowingly. */
    @Test
    void aDeclaredKeyIsToldAndCountsOnlyForWhoGivesIt() throws IOException, GeneralSecurityException {
        SignedKey first = SignedKey.first(keys.getPublic(), keys.getPrivate(), AT);
        keys = pair();
        keep(keys, "declared.pub");
        say(first, SignedKey.declared(keys.getPublic(), keys.getPrivate(), AT, first.key(), "The disk was lost"));
        sign(LENGTH);

        assertThat(verify()).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The operator declared it: The disk was lost").contains("give that key too");
        assertThat(run("kept.pub", "declared.pub")).isEqualTo(Verifier.WHOLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("The operator declared it: The disk was lost");
    }

    /** A board that is spelt otherwise has no checkpoints of its own that anybody kept. */
    @Test
    void whatWasKeptOfAnotherBoardProvesNothing() throws IOException {
        Files.writeString(folder.resolve("other.jsonl"), SignedCheckpoint.sign("chscb\u200b", 20, links.get(19).hash(), AT, keys.getPrivate(),
                keys.getPublic()).line() + "\n");
        Files.copy(folder.resolve("checkpoints.jsonl"), folder.resolve("same.jsonl"));

        assertThat(verify()).isEqualTo(Verifier.WHOLE);
        assertThat(run("kept.pub", "same.jsonl")).isEqualTo(Verifier.WHOLE);
        assertThat(run("kept.pub", "other.jsonl")).isEqualTo(Verifier.UNUSABLE);
    }

    @Test
    void aFileMovesNothingOnTheScreenAndSaysNothingThatNobodySigned() throws IOException, GeneralSecurityException {
        SignedKey first = SignedKey.first(keys.getPublic(), keys.getPrivate(), AT);
        KeyPair next = pair();
        SignedKey declared = SignedKey.declared(next.getPublic(), next.getPrivate(), AT, first.key(), "lost \u202e WHOLE.");
        say(first, declared);
        Path history = folder.resolve("keys.jsonl");
        Files.writeString(history, declared.line().replace("lost", "\u001b[2J") + "\n", StandardOpenOption.APPEND);

        assertThat(verify()).isEqualTo(Verifier.WHOLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("declared it: lost U+202E WHOLE.").doesNotContain("\u001b", "\u202e", "[2J");
    }

    @Test
    void withoutACheckpointNothingIsWhole() throws IOException {
        sign();

        assertThat(verify()).isEqualTo(Verifier.UNUSABLE);
    }

    @Test
    void theKeyInTheExportIsNotEnough() throws IOException {
        export();

        assertThat(run(new String[0])).isEqualTo(Verifier.UNUSABLE);
    }
}

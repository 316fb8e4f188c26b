package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.audit.ChainEntry;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.SignedKey;

/** Whoever comes by a key that was replaced can sign with it as of the time before: nothing that is exported since is proven by that. */
class ReplacedKeyTest extends ExportedChainBench {

    private KeyPair replaced;
    private SignedKey first;
    private SignedKey newer;

    @BeforeEach
    void handOver() throws IOException, GeneralSecurityException {
        replaced = keys;
        keys = pair();
        keep(keys, "newer.pub");
        first = SignedKey.first(replaced.getPublic(), replaced.getPrivate(), AT.minusSeconds(86_400));
        newer = SignedKey.handedOver(keys.getPublic(), keys.getPrivate(), AT, first.key(), replaced.getPrivate());
        say(first, newer);
        sign(LENGTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 19, 21, 27})
    void itProvesNoEntryBeforeOneThatIsWithheld(int place) throws IOException {
        List<ChainEntry> written = List.copyOf(links);
        links.set(place - 1, forged(place));
        links.set(place, new ChainEntry(BOARD, place + 1, links.get(place - 1).hash(), "", written.get(place).hash()));
        backdate(links.get(place - 1));
        export();
        assertThat(run("newer.pub")).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(place + ": not proven").doesNotContain("WHOLE");
        assertThat(run("kept.pub", "newer.pub")).as("given both").isEqualTo(Verifier.UNUSABLE);

        links = new ArrayList<>(written);
        links.set(place, links.get(place).withheld());
        sign(place, LENGTH);
        backdate(links.get(place - 1));
        export();
        assertThat(run("newer.pub")).as("signed anew").isEqualTo(Verifier.WHOLE);
    }

    /** The true one, of the time before, contradicts what the newer key was made to sign. */
    @Test
    void whatItSignedMustAgreeAllTheSame() throws IOException {
        ChainEntry written = links.get(19);
        links.set(19, forged(20));
        for (int place = 21; place <= LENGTH; place++) {
            links.set(place - 1, ChainEntry.after(BOARD, place, links.get(place - 2).hash(), links.get(place - 1).content()));
        }
        sign(LENGTH);
        export();
        assertThat(run("newer.pub")).isEqualTo(Verifier.WHOLE);

        backdate(written);
        assertThat(run("newer.pub")).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entries 1 to 20: at least one");
    }

    /** It hands over to a key of theirs, and that signs what they made up. */
    @Test
    void itHandsOverToNoOther() throws IOException, GeneralSecurityException {
        SignedCheckpoint honest = SignedCheckpoint.parse(Files.readString(folder.resolve("checkpoints.jsonl")).strip());
        keys = pair();
        links.set(LENGTH - 1, forged(LENGTH));
        sign(LENGTH);
        export();
        SignedKey invented = handedOver(replaced, keys, 1);
        say(first, newer, invented);
        assertThat(run("newer.pub")).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("key " + invented.key() + ", and nothing leads there");
        assertThat(run("kept.pub", "newer.pub")).as("given both").isEqualTo(Verifier.UNUSABLE);
        say(invented, newer, first);
        assertThat(run("newer.pub")).as("in another order").isEqualTo(Verifier.UNUSABLE);

        links.set(LENGTH - 1, ChainEntry.after(BOARD, LENGTH, links.get(LENGTH - 2).hash(), links.get(LENGTH - 1).content().replace("forged", "Olwen")));
        sign(LENGTH);
        append(honest);
        assertThat(verify()).as("given the one before").isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("key " + first.key() + " handed over to more than one");
    }

    /** Whoever is given both keys does not know by themselves which of them took the place of the other. */
    @Test
    void thatItWasReplacedIsNotTakenAway() throws IOException {
        List<ChainEntry> written = List.copyOf(links);
        links.set(19, forged(20));
        links.set(20, new ChainEntry(BOARD, 21, links.get(19).hash(), "", written.get(20).hash()));
        backdate(links.get(19));
        export();
        say(first);
        assertThat(run("kept.pub", "newer.pub")).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("says nothing of the key " + newer.key()).doesNotContain("WHOLE");
    }

    /** Earlier releases let several servers change it at once: each wrote its own down, and the last of them signed. */
    @Test
    void ofSeveralItHandedOverToAtTheSameMomentTheOneThatSignedCounts() throws IOException, GeneralSecurityException {
        KeyPair before = keys;
        KeyPair unused = pair();
        keys = pair();
        keep(keys, "newest.pub");
        SignedKey newest = handedOver(before, keys, 2);
        say(first, newer, handedOver(before, unused, 1), newest);
        sign(LENGTH);
        export();
        assertThat(run("newer.pub")).isEqualTo(Verifier.WHOLE);
        assertThat(run("kept.pub")).isEqualTo(Verifier.WHOLE);
        assertThat(run("newest.pub")).isEqualTo(Verifier.WHOLE);

        append(SignedCheckpoint.sign(BOARD, 20, links.get(19).hash(), AT, unused.getPrivate(), unused.getPublic()));
        assertThat(run("newer.pub")).as("both signed").isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("key " + newer.key() + " handed over to more than one");

        sign(LENGTH);
        say(first, newer, handedOver(before, unused, 3_600), newest);
        assertThat(run("newer.pub")).as("at another moment").isEqualTo(Verifier.UNUSABLE);
        assertThat(run("newest.pub")).as("given the one that signed").isEqualTo(Verifier.WHOLE);
    }

    private static SignedKey handedOver(KeyPair before, KeyPair next, int seconds) {
        return SignedKey.handedOver(next.getPublic(), next.getPrivate(), AT.plusSeconds(seconds), SignedCheckpoint.id(before.getPublic()),
                before.getPrivate());
    }

    private ChainEntry forged(int place) {
        ChainEntry written = links.get(place - 1);
        return ChainEntry.after(BOARD, place, written.previous(), written.content().replace("Olwen", "forged"));
    }

    /** One checkpoint more, by the key that was replaced. */
    private void backdate(ChainEntry link) throws IOException {
        append(SignedCheckpoint.sign(BOARD, link.seq(), link.hash(), AT.minusSeconds(3_600), replaced.getPrivate(), replaced.getPublic()));
    }

    private void append(SignedCheckpoint checkpoint) throws IOException {
        Files.writeString(folder.resolve("checkpoints.jsonl"), checkpoint.line() + "\n", StandardOpenOption.APPEND);
    }
}

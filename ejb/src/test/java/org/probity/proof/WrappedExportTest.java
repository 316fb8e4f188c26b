package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.audit.ChainEntry;
import org.probity.audit.Salt;

/** Only what Probity sealed a second time, when it gave salts to entries that had none, is held against what was signed before. */
class WrappedExportTest extends ExportedChainBench {

    private static final String SALT = "A".repeat(22);

    /** What stands there in place of the beginning of an entry. */
    private interface Wrapping {
        String around(String salt, String proof, String content);
    }

    @Test
    void anEntryThatWasSealedASecondTimeIsHeldAgainstWhatWasSignedBefore() throws IOException {
        wrapAll((salt, proof, content) -> Salt.prefix(salt, proof) + content);

        assertThat(verify()).isEqualTo(Verifier.WHOLE);
    }

    /** Whoever has an export needs no key for it: the hashes of before come out of what is wrapped. */
    @ParameterizedTest(name = "checkpoints kept: {0}")
    @ValueSource(booleans = {false, true})
    void anEntryThatHadASaltIsNotSealedASecondTime(boolean kept) throws IOException {
        salted();
        Files.copy(folder.resolve("checkpoints.jsonl"), folder.resolve("kept.jsonl"));
        assertThat(verify()).isEqualTo(Verifier.WHOLE);

        wrapAll((salt, proof, content) -> Salt.prefix(salt, proof) + content);
        export();

        assertThat(kept ? run("kept.pub", "kept.jsonl") : run()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entry 1: changed");
    }

    @ParameterizedTest(name = "who {0}")
    @ValueSource(strings = {"lets the salt end otherwise", "lets the proof end otherwise", "writes fields into the salt"})
    void nothingElseIsWrittenAroundAnEntry(String who) throws IOException {
        wrapAll((salt, proof, content) -> switch (who) {
            case "lets the salt end otherwise" -> Salt.prefix(salt, proof).replace(salt + "\"", salt + "'") + content;
            case "lets the proof end otherwise" -> Salt.prefix(salt, proof).replace(proof + "\"", proof + "'") + content;
            default -> Salt.prefix(salt, proof).replace(salt, "\",\"roles\":\"LEAD\",\"q\":\"") + content;
        });

        assertThat(verify()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entry 1: changed");
    }

    /** As every entry has been sealed since there are salts. */
    private void salted() throws IOException {
        List<ChainEntry> sealed = new ArrayList<>();
        for (ChainEntry link : links) {
            sealed.add(ChainEntry.after(BOARD, link.seq(), last(sealed), Salt.prefix(Salt.random(), null) + link.content()));
        }
        links = sealed;
        sign(20, 28, LENGTH);
    }

    private void wrapAll(Wrapping wrapping) {
        List<ChainEntry> wrapped = new ArrayList<>();
        String sum = "";
        for (ChainEntry link : links) {
            String content = wrapping.around(SALT, Salt.proof(sum, link.hash()), link.content());
            wrapped.add(ChainEntry.after(BOARD, link.seq(), last(wrapped), content));
            sum = Salt.sum(sum, content);
        }
        links = wrapped;
    }

    private static String last(List<ChainEntry> sealed) {
        return sealed.isEmpty() ? "" : sealed.get(sealed.size() - 1).hash();
    }
}

package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.access.CurrentCaller;
import org.probity.audit.ChainEntry;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.TestCheckpoints;

/** What an auditor takes away can be verified as it is, and no longer once somebody rewrote it, whatever was withheld from them. */
class ChainExportTest extends ChainExportBench {

    /** @param signed the last of what is told before each that is withheld */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "oooo|''", "hooo|''", "hhoo|''", "oohh|2", "ohhoo|1", "ohohoh|1 3 5", "hohohhoo|2 4", "hhhh|''"
    })
    void whatIsWithheldLeavesAnExportWhole(String acts, String signed) throws IOException {
        act(acts);
        export();

        assertThat(verify()).startsWith("0 WHOLE. The " + acts.length() + " entries").doesNotContain("not proven");
        assertThat(lines("audit.jsonl").stream().map(line -> line.startsWith("{\"withheld\":") ? "h" : "o").collect(Collectors.joining()))
                .isEqualTo(acts);
        assertThat(before().map(checkpoint -> Long.toString(checkpoint.seq())).collect(Collectors.joining(" "))).isEqualTo(signed);
    }

    /** Whoever has it cuts off what follows: it does not look as though nothing had followed by today. */
    @Test
    void theEntryBeforeIsSignedAsOfItsOwnTime() throws IOException {
        act("ooho");
        export();
        keepLines("audit.jsonl", line -> line.contains("\"seq\":1,") || line.contains("\"seq\":2,"));
        keepLines("checkpoints.jsonl", line -> line.contains("\"seq\":2,"));

        assertThat(verify()).startsWith("0 WHOLE. The 2 entries").contains("on 2026-11-23T09:02:00.500000Z");
    }

    @Test
    void anEntryBeforeOneThatIsWithheldIsNotForged() throws IOException {
        act("ooohoo");
        export();
        ChainEntry written = ChainEntry.parse(lines("audit.jsonl").get(2));
        ChainEntry forged = ChainEntry.after(board, 3, written.previous(), written.content().replace("as it was", "otherwise"));
        Files.writeString(exported.resolve("audit.jsonl"), Files.readString(exported.resolve("audit.jsonl"))
                .replace(written.line(), forged.line()).replace("\"previous\":\"" + written.hash(), "\"previous\":\"" + forged.hash()));
        assertThat(verify()).startsWith("1 BROKEN. Entries 1 to 3: at least one");

        keepLines("checkpoints.jsonl", line -> !line.contains("\"seq\":3,"));
        assertThat(verify()).startsWith("2 This could not be checked: Entries 1 to 3: not proven");
    }

    /** What stands before such an entry no hash proves but that which Probity signs for the export: a witness has not kept that. */
    @Test
    void whatIsWithheldWhereItWasSignedIsProvenByTheKeyAlone() throws IOException {
        act("ooo");
        sign();
        act("ooh");
        sign();
        now = now.plusSeconds(3_600);
        act("oo");
        export();

        assertThat(verify()).startsWith("0 WHOLE. The 10 entries");
        assertThat(verify("3")).startsWith("0 WHOLE. The 10 entries").contains("What you have kept proves 3 of the 9 entries");
        assertThat(verify("3", "7")).startsWith("2 This could not be checked: Entries 4 to 6: signed, but not proven by what you have kept");
    }

    /** Where it was signed, and the database failed before it kept that, nobody did anything wrong. */
    @Test
    void whatOnlyLiesOutsideLeavesAnExportWhole() throws IOException {
        act("oohooo");
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> {
            chains(entities).checkpoint();
            behind(entities, "delete from audit_checkpoint where");
        }));
        act("ho");
        export();

        assertThat(verify()).startsWith("0 WHOLE. The 9 entries");
        assertThat(lines("checkpoints.jsonl")).extracting(line -> SignedCheckpoint.parse(line).seq()).containsExactly(6L, 9L, 2L, 7L);
    }

    /** The server that changed the key ended before it changed the files: what others signed since would be too late for ever. */
    @Test
    void aChangeOfTheKeyThatWasHalfMadeLeavesAnExportWhole() throws IOException {
        act("oho");
        sign();
        TestCheckpoints.handOverHalf(keys, now);
        now = now.plusSeconds(3_600);
        act("oho");
        sign();
        export();

        assertThat(verify()).startsWith("0 WHOLE. The 7 entries");
    }

    /** It reaches to the checkpoint that was the last when it began. */
    @Test
    void whatIsSignedWhileItIsWrittenBreaksNothing() throws IOException {
        act("ooo");
        meanwhile = entities -> {
            act(entities, OPEN);
            chains(entities).checkpoint();
        };
        export();

        assertThat(verify()).startsWith("0 WHOLE. The 3 entries");
    }
}

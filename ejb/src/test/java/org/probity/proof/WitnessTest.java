package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.audit.ChainEntry;
import org.probity.checkpoint.SignedCheckpoint;

/**
 * Whoever kept checkpoints has them held against what they are given, though what they name is withheld: nobody who has another hash signed
 * afterwards, or has the key, puts something else before it.
 */
class WitnessTest extends ExportedChainBench {

    @BeforeEach
    void keepTwo() throws IOException {
        kept(10, 20);
        sign(10, 20, 28, LENGTH);
        export();
        assertThat(run("kept.pub", "kept.jsonl")).isEqualTo(Verifier.WHOLE);
    }

    /** Somebody had the chain end one entry before the one that the witness keeps, had that signed, and gave out the next as withheld. */
    @ParameterizedTest(name = "entry {0} withheld")
    @CsvSource({"20, 19", "18, 17"})
    void whatWasSignedAfterALaterEntryIsForged(int withheld, int signed) throws IOException {
        forge(15, withheld);
        append(signed, AT.plusSeconds(3_600));

        assertThat(run("kept.pub", "kept.jsonl")).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. The checkpoint of entry " + signed + " was signed on 2026-11-21T10:30")
                .doesNotContain("WHOLE");
        assertThat(run("kept.pub")).as("against what came along").isEqualTo(Verifier.BROKEN);
    }

    /** Nor does it help to have the key, and to name an earlier time. */
    @Test
    void whatTheyKeptOfAnEntryThatIsWithheldDoesNotProveTheOneBefore() throws IOException {
        forge(15, 20);
        append(19, AT);

        assertThat(run("kept.pub", "kept.jsonl")).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .startsWith("This could not be checked: Entries 11 to 19: signed, but not proven by what you have kept")
                .contains("up to entry 10 is proven").contains("Withheld: 1.").doesNotContain("WHOLE");
    }

    /** @param proven which entries of those that are told the witness's checkpoints prove */
    @ParameterizedTest(name = "{0} withheld, {1} kept")
    @CsvSource(delimiter = '|', value = {
        "15|10 20 28|23 of the 29", "21 22|10 20|20 of the 28", "20|10 19 20|19 of the 29", "19 20|10 18 20 28|26 of the 28",
        "11 20|10 19 20|18 of the 28", "30|10 20 28|28 of the 29", "1 2|10 20|18 of the 28"
    })
    void whatIsWithheldFromThemElsewhereLeavesAnExportWhole(String withheld, String marks, String proven) throws IOException {
        withhold(places(withheld));
        kept(places(marks));

        assertThat(run("kept.pub", "kept.jsonl")).isEqualTo(Verifier.WHOLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("WHOLE. The 30 entries").contains("What you have kept proves " + proven);
    }

    /** Without what somebody kept an export proves itself as far as its key does; with it, it says what it cannot prove. */
    @ParameterizedTest(name = "{0} withheld")
    @CsvSource(delimiter = '|', value = {"20|11 to 19", "19 20 21|11 to 18", "10 20|1 to 9"})
    void whatIsWithheldAtWhatTheyKeptIsSaid(String withheld, String unproven) throws IOException {
        withhold(places(withheld));

        assertThat(run("kept.pub")).isEqualTo(Verifier.WHOLE);
        assertThat(run("kept.pub", "kept.jsonl")).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Entries " + unproven + ": signed, but not proven by what you have kept");
    }

    @Test
    void whereNothingIsToldBeforeThereIsNothingToProve() throws IOException {
        withhold(IntStream.rangeClosed(1, 20).toArray());

        assertThat(run("kept.pub", "kept.jsonl")).isEqualTo(Verifier.WHOLE);
    }

    /** An act that lasted long takes its place after others that began later, and has its own time. */
    @Test
    void whatIsSignedAsOfItsOwnTimeIsInNoOrder() throws IOException {
        sign();
        withhold(16);
        append(10, AT.plusSeconds(7_200));
        append(LENGTH, AT.plusSeconds(7_200));
        assertThat(run("kept.pub")).isEqualTo(Verifier.WHOLE);

        append(14, AT.plusSeconds(7_201));
        append(15, AT.plusSeconds(16));
        assertThat(run("kept.pub")).as("another time").isEqualTo(Verifier.BROKEN);
    }

    @Test
    void clocksOfSeveralServersDifferALittle() throws IOException {
        append(19, AT.plusSeconds(599));
        assertThat(run("kept.pub")).isEqualTo(Verifier.WHOLE);

        append(19, AT.plusSeconds(601));
        assertThat(run("kept.pub")).isEqualTo(Verifier.BROKEN);
    }

    /** Changes that entry, seals it and those after it anew up to the one that is withheld from now on, which keeps its hash. */
    private void forge(int place, int withheld) throws IOException {
        List<ChainEntry> written = List.copyOf(links);
        for (int i = place - 1; i < withheld - 1; i++) {
            String content = written.get(i).content();
            links.set(i, ChainEntry.after(BOARD, i + 1, links.get(i - 1).hash(), i == place - 1 ? content.replace("Olwen", "forged") : content));
        }
        links.set(withheld - 1, new ChainEntry(BOARD, withheld, links.get(withheld - 2).hash(), "", written.get(withheld - 1).hash()));
        export();
    }

    /** As Probity does: with the entry before each signed, as of its own time. */
    private void withhold(int... places) throws IOException {
        IntStream.of(places).forEach(place -> links.set(place - 1, links.get(place - 1).withheld()));
        export();
        for (int place : places) {
            if (place > 1 && !links.get(place - 2).isWithheld()) {
                append(place - 1, AT.plusSeconds(place - 1));
            }
        }
    }

    private static int[] places(String places) {
        return Stream.of(places.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private void kept(int... places) throws IOException {
        Files.write(folder.resolve("kept.jsonl"), IntStream.of(places).mapToObj(place -> signed(place, AT)).toList());
    }

    private void append(int place, Instant at) throws IOException {
        Files.writeString(folder.resolve("checkpoints.jsonl"), signed(place, at) + "\n", StandardOpenOption.APPEND);
    }

    private String signed(int place, Instant at) {
        return SignedCheckpoint.sign(BOARD, place, links.get(place - 1).hash(), at, keys.getPrivate(), keys.getPublic()).line();
    }
}

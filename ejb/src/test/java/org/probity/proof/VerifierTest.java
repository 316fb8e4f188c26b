package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.audit.Canonical;
import org.probity.audit.ChainEntry;

/** Every way to tamper with a chain is found and its place named, on an exported file, with nothing but that file and the key. */
class VerifierTest extends ExportedChainBench {

    /** What somebody does to the lines of a file. */
    interface Tampering {
        void with(List<ChainEntry> links);
    }

    @Test
    void anUntouchedChainIsWhole() throws IOException {
        assertThat(verify()).isEqualTo(Verifier.WHOLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("WHOLE. The 30 entries of chscb")
                .contains("up to entry 30, on 2026-11-21T09:30:00.000001Z.");
    }

    static Stream<Arguments> tamperings() {
        return Stream.of(
                tampering("Entry 7: changed", "edits", l -> l.set(6, content(l.get(6), "edited"))),
                tampering("Entry 1: changed", "edits the first", l -> l.set(0, content(l.get(0), "edited"))),
                tampering("Entry 7: changed", "edits and seals that one anew", l -> l.set(6, resealed(l, 6, content(l.get(6), "edited")))),
                tampering("Entries 1 to 20: at least one", "edits and seals all after it anew", l -> {
                    l.set(6, content(l.get(6), "edited"));
                    resealAll(l, 6);
                }),
                tampering("Entry 7: removed", "deletes", l -> l.remove(6)),
                tampering("Entries 1 to 3: removed", "deletes the beginning", l -> l.subList(0, 3).clear()),
                tampering("Entries 7 to 9: removed", "deletes and puts the numbers right", l -> {
                    l.subList(6, 9).clear();
                    renumber(l, 6);
                }),
                tampering("Entry 7: inserted", "inserts", l -> l.add(6, ChainEntry.after(BOARD, 7, "x", Canonical.fields().with("at", AT).text()))),
                tampering("Entry 7: inserted", "inserts a copy", l -> l.add(6, l.get(5))),
                tampering("Entry 7: inserted", "inserts one that fits and puts the numbers right", l -> {
                    l.add(6, ChainEntry.after(BOARD, 7, l.get(5).hash(), Canonical.fields().with("act", "forged").text()));
                    renumber(l, 7);
                }),
                tampering("Entry 7: inserted", "inserts one that fits", l ->
                    l.add(6, ChainEntry.after(BOARD, 7, l.get(5).hash(), Canonical.fields().with("act", "forged").text()))),
                tampering("Entry 7: moved", "swaps", l -> Collections.swap(l, 6, 7)),
                tampering("Entry 7: moved", "swaps two far apart", l -> Collections.swap(l, 6, 17)),
                tampering("Entry 7: moved", "swaps and puts the numbers right", l -> {
                    Collections.swap(l, 6, 7);
                    renumber(l, 6);
                }),
                tampering("Entries 26 to 30: missing at the end", "cuts the end off", l -> l.subList(25, LENGTH).clear()),
                tampering("Entries 1 to 30: missing at the end", "deletes all", List::clear));
    }

    @ParameterizedTest(name = "who {1} is found: {0}")
    @MethodSource("tamperings")
    void namesThePlace(String finding, String who, Tampering tampering) throws IOException {
        tampering.with(links);

        assertThat(verify()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. " + finding);
    }

    @Test
    void aLineThatCannotBeReadIsAChangedOne() throws IOException {
        export();
        Path audit = folder.resolve("audit.jsonl");
        Files.writeString(audit, Files.readString(audit).replaceFirst("(?m)^.*\"seq\":7,.*$", "nonsense"));

        assertThat(run()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entry 7: changed");
    }

    /** Whoever must not see a case can verify the chain all the same, as long as what stands before it is signed. */
    @ParameterizedTest(name = "places {0}, after {1}")
    @CsvSource(delimiter = '|', value = {
        "1|''", "1 2 3|''", "7 8|6", "21|20", "29 30|28", "30|29", "1 3 5 7|2 4 6", "5 6 8 15 16 17 30|4 7 14 29"
    })
    void whatIsWithheldKeepsItsPlace(String withheld, String before) throws IOException {
        places(withheld).forEach(this::withhold);
        List<Integer> signed = Stream.concat(places(before), Stream.of(20, 28, LENGTH)).distinct().toList();

        sign(signed);
        assertThat(verify()).isEqualTo(Verifier.WHOLE);
        places(withheld).forEach(place -> assertThat(links.get(place - 1).line()).doesNotContain("TRIAGE"));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Withheld: " + places(withheld).count() + ". ");
        for (Integer missing : places(before).toList()) {
            sign(signed.stream().filter(place -> !place.equals(missing)).toList());
            assertThat(verify()).as("without %d", missing).isEqualTo(Verifier.UNUSABLE);
            assertThat(said.toString(StandardCharsets.UTF_8)).contains(missing + ": not proven");
        }
    }

    @Test
    void whatIsWithheldIsNeitherTakenAwayNorPutThere() throws IOException {
        withhold(7);
        withhold(8);
        sign(6, 20, 28, LENGTH);
        ChainEntry seventh = links.remove(6);
        assertThat(verify()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entry 7: removed");

        links.add(6, seventh);
        links.set(7, new ChainEntry(BOARD, 8, links.get(6).hash(), "", links.get(6).hash()));
        assertThat(verify()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entry ");
    }

    /** The true hash of the next one is known, and says nothing of what stands beside it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 14, 19, 21, 27})
    void nobodySealsAnEntryAnewAndWithholdsTheNext(int place) throws IOException {
        List<ChainEntry> written = List.copyOf(links);
        links.set(place - 1, resealed(links, place - 1, content(links.get(place - 1), "forged")));
        links.set(place, new ChainEntry(BOARD, place + 1, links.get(place - 1).hash(), "", written.get(place).hash()));
        assertThat(verify()).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(place + ": not proven").doesNotContain("WHOLE");

        List<ChainEntry> forged = links;
        links = written;
        sign(place, 20, 28, LENGTH);
        links = forged;
        assertThat(verify()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entr").contains("sealed anew");
    }

    /** What was sealed anew before another break stands in its place, and follows what is before it. */
    @Test
    void itVouchesForNothingThatNoCheckpointProves() throws IOException {
        links.set(21, content(links.get(21), "edited"));
        resealAll(links, 21);
        links.remove(25);

        assertThat(verify()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("BROKEN. Entry 26: removed").contains("up to entry 20 is proven");
    }

    /** Whoever takes the last checkpoints away seals anew what they named. */
    @Test
    void whatNoCheckpointReachesIsNotProven() throws IOException {
        links.set(24, content(links.get(24), "forged"));
        resealAll(links, 24);
        sign(20);

        assertThat(verify()).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Entries 21 to 30: not proven").contains("up to entry 20 is proven").doesNotContain("WHOLE");
    }

    @Test
    void aForgedCheckpointIsFound() throws IOException {
        resealAll(links, 6);
        Path checkpoints = folder.resolve("checkpoints.jsonl");
        Files.writeString(checkpoints, Files.readString(checkpoints).replace("\"seq\":28", "\"seq\":27"));

        assertThat(verify()).isEqualTo(Verifier.BROKEN);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("not as it was signed");
    }

    @Test
    void aMissingFileIsSaid() throws IOException {
        Files.delete(folder.resolve("keys.jsonl"));

        assertThat(run()).isEqualTo(Verifier.UNUSABLE);
    }

    @Test
    void aHundredThousandEntriesTakeLessThanTenSeconds() throws IOException {
        links = chain(100_000);
        sign(50_000, 100_000);
        export();
        long start = System.nanoTime();

        assertThat(run()).isEqualTo(Verifier.WHOLE);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("100,000 entries verified in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }

    /** Nothing of Jakarta is on the class path of whoever verifies. */
    @Test
    void itRunsFromItsOwnClassesAlone() throws IOException, InterruptedException {
        export();
        Path classes = Path.of(Verifier.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes.toString(),
                Verifier.class.getName(), folder.toString(), path("kept.pub"))
                .redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).startsWith("WHOLE.");
        assertThat(process.waitFor()).isZero();
    }

    private static Stream<Integer> places(String places) {
        return Stream.of(places.split(" ")).filter(place -> !place.isEmpty()).map(Integer::valueOf);
    }

    private void withhold(int place) {
        links.set(place - 1, links.get(place - 1).withheld());
    }

    private void sign(List<Integer> places) throws IOException {
        sign(places.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Arguments tampering(String finding, String who, Tampering tampering) {
        return Arguments.of(finding, who, tampering);
    }

    private static ChainEntry content(ChainEntry link, String name) {
        return new ChainEntry(link.board(), link.seq(), link.previous(), link.content().replace("Olwen", name), link.hash());
    }

    private static ChainEntry resealed(List<ChainEntry> links, int index, ChainEntry link) {
        return ChainEntry.after(BOARD, link.seq(), index == 0 ? "" : links.get(index - 1).hash(), link.content());
    }

    private static void resealAll(List<ChainEntry> links, int from) {
        IntStream.range(from, links.size()).forEach(i -> links.set(i, resealed(links, i, links.get(i))));
    }

    private static void renumber(List<ChainEntry> links, int from) {
        IntStream.range(from, links.size()).forEach(i -> links.set(i,
                new ChainEntry(BOARD, i + 1, links.get(i).previous(), links.get(i).content(), links.get(i).hash())));
    }
}

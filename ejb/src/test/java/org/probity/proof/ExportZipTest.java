package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever unpacks an export reads what was checked, whatever program they unpack it with. */
class ExportZipTest extends ExportedChainBench {

    private static final List<String> FILES = List.of("audit.jsonl", "checkpoints.jsonl", "keys.jsonl");
    private static final String FORGED = "{\"seq\":1}\n";

    @BeforeEach
    void exportIt() throws IOException {
        export();
    }

    @Test
    void anExportIsCheckedAsItWasDownloaded() throws IOException {
        assertThat(check(zip(FILES))).isEqualTo(Verifier.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Audit.jsonl", "../audit.jsonl", "audit.jsonl/", "./audit.jsonl", "read me first.txt"})
    void nothingElseIsInIt(String other) throws IOException {
        byte[] more = zip(List.of("audit.jsonl", "checkpoints.jsonl", "keys.jsonl", other));

        assertThat(check(more)).isEqualTo(Verifier.UNUSABLE);
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("This could not be checked: the ZIP is not as Probity writes it.");
    }

    /** Java takes the last one of that name, and others the first. */
    @Test
    void noFileIsInItTwice() throws IOException {
        byte[] twice = new String(zip(List.of("audiT.jsonl", "audit.jsonl", "checkpoints.jsonl", "keys.jsonl")), StandardCharsets.ISO_8859_1)
                .replace("audiT.jsonl", "audit.jsonl").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(check(twice)).isEqualTo(Verifier.UNUSABLE);
    }

    /** Whoever reads from its beginning finds the one, whoever reads the list at its end the other. */
    @Test
    void nothingStandsBeforeItOrBehindIt() throws IOException {
        byte[] good = zip(FILES);
        assertThat(check(joined(zip(List.of("audiT.jsonl")), good))).isEqualTo(Verifier.UNUSABLE);
        assertThat(check(joined("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII), good))).isEqualTo(Verifier.UNUSABLE);
        assertThat(check(joined(good, zip(List.of("audiT.jsonl"))))).isEqualTo(Verifier.UNUSABLE);
        assertThat(check(joined(good, new byte[] {0}))).isEqualTo(Verifier.UNUSABLE);
    }

    /** Some programs take another name from it, others another list of what there is. */
    @ParameterizedTest
    @ValueSource(ints = {0x7075, 0x9999})
    void nothingMoreIsSaidOfAFile(int kind) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : FILES) {
                ZipEntry entry = new ZipEntry(name);
                if (name.equals("keys.jsonl")) {
                    entry.setExtra(new byte[] {(byte) kind, (byte) (kind >> 8), 4, 0, 'P', 'K', 6, 7});
                }
                out.putNextEntry(entry);
                Files.copy(folder.resolve(name), out);
            }
        }
        assertThat(check(bytes.toByteArray())).isEqualTo(Verifier.UNUSABLE);
    }

    /** Some programs cut a file where the list says that it ends. */
    @Test
    void noFileSaysItIsShorterThanItIs() throws IOException {
        byte[] bytes = zip(FILES);
        byte[] shorter = String.join("\n", Files.readAllLines(folder.resolve("audit.jsonl")).subList(0, 20)).concat("\n").getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(shorter);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int listed = zip.getInt(bytes.length - 22 + 16);
        zip.putInt(listed + 16, (int) sum.getValue()).putInt(listed + 24, shorter.length);
        assertThat(check(bytes)).isEqualTo(Verifier.UNUSABLE);
    }

    @Test
    void noFileIsALink() throws IOException {
        byte[] bytes = zip(FILES);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        zip.putInt(zip.getInt(bytes.length - 22 + 16) + 38, 0xa1ff << 16);
        assertThat(check(bytes)).isEqualTo(Verifier.UNUSABLE);
    }

    @Test
    void noRemarkIsBehindIt() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setComment("as it was");
            for (String name : FILES) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), out);
            }
        }
        assertThat(check(bytes.toByteArray())).isEqualTo(Verifier.UNUSABLE);
    }

    @Test
    void oneThatSaysMoreThanThereIsMemoryForIsNotCalledBroken() throws IOException, InterruptedException {
        try (OutputStream audit = Files.newOutputStream(folder.resolve("audit.jsonl"))) {
            byte[] letters = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 64; i++) {
                audit.write(letters);
            }
        }
        Process verifier = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m", "-cp",
                System.getProperty("java.class.path"), Verifier.class.getName(), folder.toString(), path("kept.pub")).redirectErrorStream(true).start();
        String output = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(verifier.waitFor()).as(output).isEqualTo(Verifier.UNUSABLE);
        assertThat(output).contains("This could not be checked: it has more in one line");
    }

    private int check(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("chain.zip"), zip);
        said.reset();
        return new Verifier(new PrintStream(said, true, StandardCharsets.UTF_8)).run(file.toString(), path("kept.pub"));
    }

    private byte[] zip(List<String> names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                if (FILES.contains(name)) {
                    Files.copy(folder.resolve(name), out);
                } else if (!name.endsWith("/")) {
                    out.write(FORGED.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] one, byte[] other) throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(one);
        both.write(other);
        return both.toByteArray();
    }
}

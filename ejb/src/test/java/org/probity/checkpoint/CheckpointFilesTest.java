package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for a checkpoint while another is being written waits for it. */
class CheckpointFilesTest {

    private static final int MANY = 150_000;

    @TempDir
    private Path folder;

    @Test
    void eightAtOnceKeepTheirOwn() throws Exception {
        CheckpointFiles files = new CheckpointFiles(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (long n = 1; n <= 80; n++) {
                SignedCheckpoint one = new SignedCheckpoint("chscb", n, "aGFzaA", "2026-01-01T00:00:00Z", "299f6d6b75a2888a", "c2lnbmVk");
                all.add(threads.submit(() -> files.append(one)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(files.read("chscb")).extracting(SignedCheckpoint::seq).hasSize(80).doesNotHaveDuplicates();
    }

    /** As many as one auditor once had signed stopped every start of the server: read whole, these would need three times the memory. */
    @Test
    void veryManyAreReadInLittleMemory() throws Exception {
        try (Writer out = Files.newBufferedWriter(folder.resolve("chscb.jsonl"))) {
            for (long n = 1; n <= MANY; n++) {
                out.write(new SignedCheckpoint("chscb", n, "a".repeat(43), "2026-01-01T00:00:00Z", "299f6d6b75a2888a", "c".repeat(88)).line() + "\n");
            }
            out.write("none\n{\"half");
        }
        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx16m", "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), Reader.class.getName(), folder.toString()).redirectErrorStream(true).start();
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo("[299f6d6b75a2888a] " + MANY + " " + MANY + " 1 " + MANY);
    }

    /** Everything that is read at the start, for time-stamps and for a verification. */
    static final class Reader {

        private Reader() {
        }

        public static void main(String[] args) {
            CheckpointFiles files = new CheckpointFiles(Path.of(args[0]));
            AtomicLong read = new AtomicLong();
            files.read("chscb", checkpoint -> read.incrementAndGet());
            System.out.println(files.keys() + " " + files.newest().get(0).seq() + " " + files.newestPlace("chscb") + " " + files.unreadable("chscb")
                    + " " + read);
        }
    }
}

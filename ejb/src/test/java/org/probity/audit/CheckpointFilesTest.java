package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks for a checkpoint while another is being written waits for it. */
class CheckpointFilesTest {

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
}

package org.probity.audit;

import java.nio.file.Path;
import org.probity.TestDatabase;

/** Checkpoints in a folder of a test. */
public final class TestCheckpoints {

    private TestCheckpoints() {
    }

    public static ArchivedChain chain(Path folder) {
        return TestDatabase.wire(new ArchivedChain(), new CheckpointFiles(folder));
    }

    /** As if that entry of that board had been signed. */
    public static void sign(Path folder, String board, long seq) {
        new CheckpointFiles(folder).append(new SignedCheckpoint(board, seq, "aGFzaA", "2026-01-01T00:00:00Z", "299f6d6b75a2888a", "c2lnbmVk"));
    }
}

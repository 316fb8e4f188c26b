package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.archivefile.ArchiveFolder;
import org.probity.kernel.Refusal;

/** Whatever stops the long work, its run ends: while one goes on nothing else is done with any board. */
class ArchiveWorkTest {

    private final List<String> said = new ArrayList<>();

    @Test
    void aRunEndsWhereAClassIsMissing() {
        export(new NoClassDefFoundError("Could not initialize class X"));
        assertThat(said).containsExactly("failed 7", "dropped");
    }

    /** Whoever started the thread hears of it too. */
    @Test
    void aRunEndsWhereTheMachineFails() {
        assertThatThrownBy(() -> export(new StackOverflowError())).isInstanceOf(StackOverflowError.class);
        assertThat(said).containsExactly("failed 7", "dropped");
    }

    @Test
    void aRunEndsWithWhatRefusedIt() {
        export(Refusal.state("archive.refused.audit"));
        assertThat(said).containsExactly("refused 7", "dropped");
    }

    private void export(Throwable thrown) {
        ArchiveRuns runs = new ArchiveRuns() {
            @Override
            public void failed(Long id) {
                said.add("failed " + id);
            }

            @Override
            public void refused(Long id, Refusal refusal) {
                said.add("refused " + id);
            }
        };
        ArchiveFolder folder = new ArchiveFolder(Path.of("nowhere")) {
            @Override
            public Path unfinished(String fileName) {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            }

            @Override
            public void drop(String fileName) {
                said.add("dropped");
            }
        };
        TestDatabase.wire(new ArchiveWork(), runs, folder).export(7L, "leaver", "nobody", "x.age");
    }
}

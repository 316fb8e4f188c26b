package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits on disk is nobody else's to find, and leaves nothing. */
class SpoolFileTest {

    private static final String FOLDER = "jboss.server.temp.dir";
    private static final byte[] WRITTEN = "What was posted. ".repeat(10_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private String before;

    @BeforeEach
    void here() {
        before = System.setProperty(FOLDER, folder.toString());
    }

    @AfterEach
    void asBefore() {
        if (before == null) {
            System.clearProperty(FOLDER);
        } else {
            System.setProperty(FOLDER, before);
        }
    }

    @Test
    void whatWasWrittenInPiecesIsReadFromItsStartEachTime() throws IOException {
        try (SpoolFile file = SpoolFile.open()) {
            file.write(WRITTEN, 0, 7);
            file.write(WRITTEN, 7, 0);
            file.write(WRITTEN, 7, WRITTEN.length - 7);
            for (int time = 0; time < 2; time++) {
                try (InputStream in = file.stream()) {
                    assertThat(in.readAllBytes()).isEqualTo(WRITTEN);
                }
            }
        }
    }

    @Test
    void nobodyFindsItWhileItIsOpenNorAfterwards() throws IOException {
        try (SpoolFile file = SpoolFile.open()) {
            file.write(WRITTEN, 0, WRITTEN.length);
            assertThat(files()).isEmpty();
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

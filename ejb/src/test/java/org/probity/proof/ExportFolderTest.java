package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.crypto.SealedFolder;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** One export a person at a time, sealed while it lies there, and nothing of it afterwards. */
class ExportFolderTest {

    @TempDir
    private Path disk;

    private ExportFolder folder;

    @BeforeEach
    void begin() {
        folder = new ExportFolder(new SealedFolder(disk));
        folder.begin();
    }

    @Test
    void aPersonHasOneAtATimeAndOthersHaveTheirs() {
        as(1L, () -> folder.written(out -> {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> as(1L, () -> folder.written(any -> { })));
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
            as(2L, () -> folder.written(any -> { }));
        }));
    }

    @Test
    void whileItIsSentThereIsNoOther() throws IOException {
        ExportFile file = export(1L, "Ada looked. ".repeat(20_000));
        file.send(new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                if (size() == 0) {
                    assertThat(catchThrowableOfType(Refusal.class, () -> export(1L, "x")).kind()).isEqualTo(Refusal.Kind.TOO_MANY);
                }
                super.write(bytes, from, length);
            }
        });
        assertThat(read(export(1L, "Ada looked again"))).isEqualTo("Ada looked again");
    }

    @Test
    void whatLiesThereIsSealedAndGoesWhenItWasSent() throws IOException {
        ExportFile file = export(1L, "Ada looked at CHSCB-2026-0001");
        assertThat(new String(Files.readAllBytes(files().get(0)), StandardCharsets.ISO_8859_1)).doesNotContain("Ada", "CHSCB");
        assertThat(file.length()).isEqualTo("Ada looked at CHSCB-2026-0001".length());
        assertThat(read(file)).isEqualTo("Ada looked at CHSCB-2026-0001");
        assertThat(files()).isEmpty();
    }

    @Test
    void whatNobodyFetchedMakesRoomAndWhatFailedLeavesNothing() throws IOException {
        export(1L, "never fetched");
        export(1L, "the next");
        assertThat(files()).hasSize(1);
        as(2L, () -> catchThrowableOfType(IllegalStateException.class, () -> folder.written(out -> {
            throw new IllegalStateException();
        })));
        assertThat(files()).hasSize(1);
        new ExportFolder(new SealedFolder(disk)).begin();
        assertThat(files()).as("after a restart").isEmpty();
    }

    private ExportFile export(Long person, String text) {
        return as(person, () -> folder.written(out -> out.write(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static String read(ExportFile file) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        file.send(sent);
        return sent.toString(StandardCharsets.UTF_8);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(disk)) {
            return files.toList();
        }
    }

    private static <T> T as(Long account, Supplier<T> work) {
        return CurrentCaller.call(new Caller(account, account, "Siân Evans", Set.of(Role.AUDITOR), null, Language.EN), work);
    }
}

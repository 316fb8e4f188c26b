package org.probity.web.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.documents.Upload;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.SealedFolder;
import org.probity.web.documents.KeptFolder.Kept;

/** Of what one person has chosen in however many forms, little is kept, none of it in memory and none in clear. */
class KeptFolderTest {

    private static final int TEN_MEGABYTES = 10 * KeptFolder.MEGABYTE;

    @TempDir
    private Path folder;

    private KeptFolder kept;

    @BeforeEach
    void begin() {
        kept = new KeptFolder(new SealedFolder(folder.resolve("kept")), Clock.systemUTC());
        kept.begin();
    }

    @Test
    void ofOnePersonTheNewestStayAndTheOldestMakeRoom() throws IOException {
        List<Kept> files = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            int n = i;
            files.add(as(1L, () -> kept.keep(new Upload("film" + n + ".mp4", filled(n)))));
        }
        Kept other = as(2L, () -> kept.keep(new Upload("theirs.txt", "Somebody else's".getBytes())));
        assertThat(size()).isBetween(5L * TEN_MEGABYTES, 6L * TEN_MEGABYTES);
        List<Upload> read = new ArrayList<>();
        kept.hand(List.of(files.get(8), other), read::addAll);
        assertThat(read).extracting(Upload::fileName).containsExactly("film8.mp4", "theirs.txt");
        assertThat(read.get(0).bytes()).isEqualTo(filled(8));
        Refusal gone = catchThrowableOfType(Refusal.class, () -> kept.hand(List.of(files.get(0)), any -> { }));
        assertThat(gone.problems().get(0).key()).isEqualTo("documents.refused.gone");
    }

    @Test
    void whatLiesThereIsSealedAndGoesWithItsForm() throws IOException {
        Kept file = as(1L, () -> kept.keep(new Upload("letter.txt", "What happened at the duck pond".getBytes())));
        assertThat(new String(Files.readAllBytes(only()), StandardCharsets.ISO_8859_1)).doesNotContain("duck pond");
        as(2L, () -> {
            kept.drop(file);
            return null;
        });
        assertThat(size()).as("not by somebody else").isPositive();
        as(1L, () -> {
            kept.drop(file);
            return null;
        });
        assertThat(size()).isZero();
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[TEN_MEGABYTES];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private static <T> T as(Long account, Supplier<T> work) {
        return CurrentCaller.call(new Caller(account, account, "Somebody", Set.of(Role.EMPLOYEE), null, Language.EN), work);
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

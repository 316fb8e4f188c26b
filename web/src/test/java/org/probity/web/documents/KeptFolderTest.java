package org.probity.web.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.probity.access.ScheduledWork;
import org.probity.crypto.SealedFolder;
import org.probity.documents.Documents;
import org.probity.files.Upload;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.documents.KeptFolder.Kept;

/** Of what one person has chosen in however many forms, little is kept, none of it in memory and none in clear. */
class KeptFolderTest {

    private static final String CASE = "CHSCB-2026-0042";
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
            files.add(as(1L, () -> kept.keep(CASE, new Upload("film" + n + ".mp4", filled(n)))));
        }
        Kept other = as(2L, () -> kept.keep(CASE, new Upload("theirs.txt", "Somebody else's".getBytes(StandardCharsets.UTF_8))));
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
        Kept file = as(1L, () -> kept.keep(CASE, new Upload("letter.txt", "What happened at the duck pond".getBytes(StandardCharsets.UTF_8))));
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

    /** As the clock strikes: nobody has to keep anything else for it. */
    @Test
    void whatADayHasNotSentGoesByItself() throws IOException {
        Instant[] now = {Instant.parse("2026-11-22T09:00:00Z")};
        kept = new KeptFolder(new SealedFolder(folder.resolve("kept")), new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        });
        as(1L, () -> kept.keep(CASE, new Upload("letter.txt", "What happened".getBytes(StandardCharsets.UTF_8))));
        now[0] = now[0].plus(Duration.ofDays(1));
        kept.forget();
        assertThat(size()).isPositive();
        now[0] = now[0].plusSeconds(1);
        kept.forget();
        assertThat(size()).isZero();
        assertThat(kept.waitedFor("chscb")).isEmpty();
    }

    @Test
    void ofACaseThatTakesNoFileAnyMoreEverythingGoesWhoeverChoseIt() throws IOException {
        as(1L, () -> kept.keep(CASE, new Upload("one.txt", "One".getBytes(StandardCharsets.UTF_8))));
        as(2L, () -> kept.keep(CASE, new Upload("two.txt", "Two".getBytes(StandardCharsets.UTF_8))));
        Kept other = as(2L, () -> kept.keep("CHSCB-2026-0043", new Upload("three.txt", "Three".getBytes(StandardCharsets.UTF_8))));
        CurrentBoard.call("cwmtaf", () -> CurrentCaller.call(new Caller(3L, 3L, "Somebody", Set.of(Role.EMPLOYEE), null, Language.EN),
                () -> kept.keep(CASE, new Upload("four.txt", "Four".getBytes(StandardCharsets.UTF_8)))));
        List<String> asked = new ArrayList<>();
        KeptClock clock = wired(new Documents() {
            @Override
            public boolean takes(String reference) {
                asked.add(CurrentBoard.slug() + " " + reference);
                return !reference.equals(CASE);
            }
        });
        clock.round();
        assertThat(asked).containsExactlyInAnyOrder("chscb " + CASE, "chscb CHSCB-2026-0043");
        assertThat(kept.waitedFor("chscb")).containsExactly("CHSCB-2026-0043");
        assertThat(kept.waitedFor("cwmtaf")).as("of another board, in whose round it is asked").containsExactly(CASE);
        List<Upload> read = new ArrayList<>();
        kept.hand(List.of(other), read::addAll);
        assertThat(read).hasSize(1);
    }

    private KeptClock wired(Documents documents) {
        ScheduledWork scheduledWork = new ScheduledWork() {
            @Override
            public void eachBoard(String what, Runnable work) {
                CurrentBoard.run("chscb", work);
            }

            @Override
            public void installation(String what, Runnable work) {
                work.run();
            }
        };
        KeptClock clock = new KeptClock();
        try {
            for (Field field : KeptClock.class.getDeclaredFields()) {
                field.setAccessible(true);
                for (Object part : List.of(scheduledWork, kept, documents)) {
                    if (field.getType().isInstance(part)) {
                        field.set(clock, part);
                    }
                }
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        return clock;
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[TEN_MEGABYTES];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private static <T> T as(Long account, Supplier<T> work) {
        return CurrentBoard.call("chscb", () -> CurrentCaller.call(new Caller(account, account, "Somebody", Set.of(Role.EMPLOYEE), null, Language.EN), work));
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

package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

class DocumentsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path folder;

    private final TestDatabase database = TestDatabase.get();
    private final Long account = database.call("chscb", DocumentsTest::account);
    private final Caller officer = new Caller(account, 1L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN);

    @Test
    void whatWasStoredComesBackByteForByteAndLeavesItsTrail() {
        byte[] large = new byte[3_000_000];
        Arrays.fill(large, (byte) 'x');
        Long id = store("CHSCB-2026-0101", large);

        Documents.Content content = database.call("chscb", entities -> documents(entities).content(id));

        assertThat(content.bytes()).isEqualTo(large);
        assertThat(content.document().mediaType()).isEqualTo("text/plain");
        assertThat(content.document().createdBy()).isEqualTo("Olwen Officer");
        assertThat(acts("CHSCB-2026-0101")).isEqualTo(2);
    }

    @Test
    void anotherBoardFindsNothing() {
        Long id = store("CHSCB-2026-0102", text("words"));

        assertThatThrownBy(() -> database.call("cwmtaf", entities -> documents(entities).content(id))).isInstanceOf(Refusal.class);
        assertThat(list("cwmtaf", "CHSCB-2026-0102").total()).isZero();
    }

    @Test
    void aListSaysWhatThereIsAndHidesItBehindAWall() {
        store("CHSCB-2026-0103", text("first"));
        store("CHSCB-2026-0103", text("second"));

        assertThat(list("chscb", "CHSCB-2026-0103").items()).hasSize(2).allSatisfy(row -> {
            assertThat(row.fileName()).isEqualTo("note.txt");
            assertThat(row.inline()).isTrue();
            assertThat(row.sha256()).hasSize(64);
        });

        database.run("chscb", entities -> entities.persist(new CaseExclusion("CHSCB-2026-0103", account, "subject", CLOCK.instant())));
        assertThat(list("chscb", "CHSCB-2026-0103")).isEqualTo(new Page<>(List.of(), 0));
    }

    /** Whoever knows why a case takes no file is asked at the one place where files are kept, whatever page or resource they came by. */
    @Test
    void whetherACaseTakesFilesNowCanBeAsked() {
        Fired<FileWanted> stop = new Fired<>(wanted -> {
            if (wanted.reference().equals("CHSCB-2026-0104")) {
                throw Refusal.state("investigation.refused.noFiles");
            }
        });
        assertThat(database.<Boolean>call("chscb", entities -> documents(entities, stop).takes("CHSCB-2026-0104"))).isFalse();
        assertThat(database.<Boolean>call("chscb", entities -> documents(entities, stop).takes("CHSCB-2026-0105"))).isTrue();
    }

    @Test
    void aFileThatIsSentInToACaseThatTakesNoneIsNotKept() {
        Fired<FileWanted> stop = new Fired<>(wanted -> {
            throw Refusal.state("investigation.refused.noFiles");
        });
        for (Document.Kind kind : Document.Kind.values()) {
            ThrowingCallable store = () -> CurrentCaller.call(officer, () -> database.call("chscb", entities -> documents(entities, stop)
                    .store(kind, "CHSCB-2026-0104", "A note", "note.txt", text("words")).id()));
            if (kind.fromOutside()) {
                assertThatThrownBy(store).as(kind.name()).hasMessageContaining("investigation.refused.noFiles");
            } else {
                assertThatCode(store).as(kind.name()).doesNotThrowAnyException();
            }
        }
        assertThat(list("chscb", "CHSCB-2026-0104").items()).extracting(DocumentRow::kind).containsExactlyInAnyOrder(Document.Kind.LETTER, Document.Kind.PACK);
        assertThatThrownBy(() -> database.run("chscb", entities -> documents(entities, stop).check("CHSCB-2026-0104", "note.txt", text("words"))))
                .hasMessageContaining("investigation.refused.noFiles");
    }

    /** Whoever knows why a file must not leave is asked at the one place where files are read, whatever wants it, and nobody is said to have seen it. */
    @Test
    void aFileThatMustNotLeaveIsNotRead() {
        Long id = store("CHSCB-2026-0108", text("words"));
        Fired<Object> stop = new Fired<>(event -> {
            if (event instanceof FileLeaving leaving) {
                assertThat(leaving).isEqualTo(new FileLeaving("CHSCB-2026-0108", Document.Kind.EVIDENCE, id));
                throw Refusal.state("evidence.refused.stopped");
            }
        });
        assertThatThrownBy(() -> database.call("chscb", entities -> documents(entities, stop).content(id))).hasMessageContaining("evidence.refused.stopped");
        assertThat(acts("CHSCB-2026-0108")).isOne();
    }

    /** What we print is titled by us; what is sent in, by anybody. */
    @Test
    void noTitleOfWhatIsSentInGivesAPasswordAway() {
        assertThatThrownBy(() -> CurrentCaller.call(officer, () -> database.call("chscb", entities -> documents(entities)
                .store(Document.Kind.EVIDENCE, "CHSCB-2026-0108", "PIN 4 8 2 1", "note.txt", text("words")))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.problems()).extracting(Refusal.Problem::field).containsExactly("title"));
    }

    @Test
    void whetherACaseHasAFileOfAKindIsAskedOfThatCaseAndKind() {
        store("CHSCB-2026-0106", text("words"));

        database.run("chscb", entities -> {
            assertThat(documents(entities).has(Document.Kind.EVIDENCE, "CHSCB-2026-0106")).isTrue();
            assertThat(documents(entities).has(Document.Kind.LETTER, "CHSCB-2026-0106")).isFalse();
            assertThat(documents(entities).has(Document.Kind.EVIDENCE, "CHSCB-2026-0107")).isFalse();
        });
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> database.call("chscb", entities -> documents(entities).content(-1L)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void largeFilesThatAreReadSlowlyTakeNoMemoryMeanwhile() {
        byte[] large = "x".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);
        Long id = store("CHSCB-2026-0105", large);
        ContentRoom room = new ContentRoom(4_000_000, 4_000_000, Duration.ofMillis(1));
        List<HeldContents> requests = new ArrayList<>();
        List<Documents.Content> contents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            requests.add(TestDatabase.wire(new HeldContents(), room));
            contents.add(content(requests.get(i), id));
        }

        assertThat(contents).allSatisfy(content -> assertThat(content.bytes()).isEqualTo(large));
        requests.forEach(HeldContents::giveBack);
        assertThatThrownBy(() -> contents.get(0).bytes()).hasCauseInstanceOf(ClosedChannelException.class);
    }

    /** As one may that came with a board from elsewhere: what it says of its size is no measure of what is read. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 9_000_000_000_000_000_000L})
    void aFileTakesTheMemoryItNeedsWhateverItSaysOfItself(long said) {
        byte[] large = "x".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);
        Long id = store("CHSCB-2026-0109", large);
        database.run("chscb", entities -> entities.createNativeQuery("update document set byte_size = ?1 where id = ?2")
                .setParameter(1, said).setParameter(2, id).executeUpdate());
        HeldContents narrow = TestDatabase.wire(new HeldContents(), new ContentRoom(2_000_000, 2_000_000, Duration.ofMillis(1)));
        assertThatThrownBy(() -> content(narrow, id)).isInstanceOf(TryAgainLater.class);
        HeldContents enough = TestDatabase.wire(new HeldContents(), new ContentRoom(4_000_000, 4_000_000, Duration.ofMillis(1)));
        assertThat(content(enough, id).bytes()).isEqualTo(large);
        enough.giveBack();
    }

    private Documents.Content content(HeldContents held, Long id) {
        return CurrentCaller.call(officer, () -> database.call("chscb",
                entities -> TestDatabase.wire(documents(entities), held).content(id)));
    }

    private static Long account(EntityManager entities) {
        Account account = new Account("olwen-" + System.nanoTime(), "Olwen Officer", "olwen@example.org", "-", Language.EN, false);
        entities.persist(account);
        return account.id();
    }

    private Long store(String reference, byte[] bytes) {
        return CurrentCaller.call(officer, () -> database.call("chscb", entities -> documents(entities)
                .store(Document.Kind.EVIDENCE, reference, "A note", "note.txt", bytes).id()));
    }

    private Page<DocumentRow> list(String board, String reference) {
        return CurrentCaller.call(officer, () -> database.call(board,
                entities -> TestDatabase.wire(new DocumentQueries(), entities).of(reference, Set.of(), 0, 20)));
    }

    private long acts(String reference) {
        return database.call("chscb", entities -> entities.createQuery(
                "select count(a) from AuditEntry a where a.reference = :reference", Long.class)
                .setParameter("reference", reference).getSingleResult());
    }

    private static Documents documents(EntityManager entities) {
        return documents(entities, new Fired<>());
    }

    private static Documents documents(EntityManager entities, Fired<?> events) {
        return TestDatabase.wire(new Documents(), entities, TestDatabase.wire(new HeldContents(), new ContentRoom()), CLOCK,
                TestDatabase.wire(new ContentSeals(), entities, CLOCK, TestKeys.in(folder)), events,
                TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

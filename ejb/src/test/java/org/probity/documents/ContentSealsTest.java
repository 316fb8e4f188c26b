package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.files.CheckedFile;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.Deadlines;

/** What the database holds of a file tells nothing, and opens nowhere but where it was put. */
class ContentSealsTest {

    private static final Instant NOW = Instant.parse("2026-11-19T09:00:00Z");
    private static final String WORDS = "A child's name and what was done to them.";

    private final TestDatabase database = TestDatabase.get();
    private final String board = "sealed" + System.nanoTime() % 1_000_000_000;
    private Instant now = NOW;
    private Keys keys;

    @TempDir
    private Path folder;

    @BeforeEach
    void boardWithKeys() {
        keys = TestKeys.in(folder);
        openBoard(board);
    }

    private void openBoard(String slug) {
        database.run(slug, entities -> entities.persist(new Board(slug, "A board", null, "S" + System.nanoTime() % 1_000_000_000,
                Board.Country.ENGLAND, "#1d5b8f", false, "a@example.org", Deadlines.usual())));
    }

    @ParameterizedTest
    @EnumSource(Document.Kind.class)
    void theDatabaseHoldsNoClearByteOfADocumentOfAnyKind(Document.Kind kind) {
        Document document = store(kind, WORDS);
        assertThat(kept(document.id())).doesNotContain("child").doesNotContain("name");
        assertThat(read(document.id())).isEqualTo(WORDS);
        assertThat(document.size()).isEqualTo(WORDS.length());
        assertThat(document.sha256()).isEqualTo(CheckedFile.sha256(WORDS.getBytes(StandardCharsets.UTF_8)));
        assertThat(keyText(1)).doesNotContain(WORDS);
    }

    @Test
    void theSameFileIsNeverKeptAsTheSameBytes() {
        assertThat(kept(store(Document.Kind.EVIDENCE, WORDS).id())).isNotEqualTo(kept(store(Document.Kind.EVIDENCE, WORDS).id()));
    }

    @Test
    void bytesCopiedToAnotherDocumentDoNotOpenThere() {
        Long one = store(Document.Kind.EVIDENCE, WORDS).id();
        Long other = store(Document.Kind.EVIDENCE, WORDS).id();
        database.run(board, entities -> copy(entities, bytes(entities, one), other));
        assertThatThrownBy(() -> read(other)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.problems().get(0).key()).isEqualTo("documents.refused.damaged"));
        assertThat(read(one)).isEqualTo(WORDS);
    }

    @Test
    void noBoardOpensWhatAnotherSealedEvenWithItsKey() {
        Long document = store(Document.Kind.EVIDENCE, WORDS).id();
        byte[] sealed = database.call(board, entities -> bytes(entities, document));
        String key = keyText(1);
        assertThatThrownBy(() -> new ContentCipher(keys, "cwmtaf", 1, key)).isInstanceOf(IllegalStateException.class);
        ContentCipher there = new ContentCipher(keys, "cwmtaf", 1, ContentCipher.newKey(keys, "cwmtaf", 1));
        assertThatThrownBy(() -> there.opened(document, ContentBytes.of(sealed)).all()).isInstanceOf(DamagedContent.class);
        assertThatThrownBy(() -> new ContentCipher(TestKeys.in(folder.resolve("elsewhere")), board, 1, key)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anyByteThatIsChangedIsNoticed() {
        Long document = store(Document.Kind.EVIDENCE, WORDS).id();
        byte[] sealed = database.call(board, entities -> bytes(entities, document));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            database.run(board, entities -> copy(entities, changed, document));
            assertThatThrownBy(() -> read(document)).as("byte %d", i).isInstanceOf(Refusal.class);
        }
        database.run(board, entities -> copy(entities, new byte[0], document));
        assertThatThrownBy(() -> read(document)).isInstanceOf(Refusal.class);
    }

    @Test
    void afterAYearANewKeySealsAndTheOldOneStillOpens() {
        Long old = store(Document.Kind.LETTER, WORDS).id();
        now = NOW.plus(ContentSeals.KEY_LIFE).plus(Duration.ofDays(1));
        Long young = store(Document.Kind.LETTER, WORDS).id();
        assertThat(List.of(keyNumber(old), keyNumber(young))).containsExactly(1, 2);
        assertThat(read(old)).isEqualTo(WORDS);
        assertThat(read(young)).isEqualTo(WORDS);
    }

    @Test
    void whatAnEarlierReleaseKeptOpensAndIsSealedOneAfterTheOther() {
        Long one = unsealed();
        Long other = unsealed();
        assertThat(read(one)).isEqualTo(WORDS);
        assertThat(sealOlder()).isOne();
        assertThat(kept(one)).doesNotContain("child");
        assertThat(kept(other)).contains("child");
        assertThat(sealOlder()).isOne();
        assertThat(sealOlder()).isZero();
        assertThat(read(one)).isEqualTo(read(other)).isEqualTo(WORDS);
        assertThat(kept(other)).doesNotContain("child");
    }

    /** A row that is moved whole, its key with it, is still another board's. */
    @Test
    void contentMovedToAnotherBoardWithItsKeyDoesNotOpenThere() {
        Long document = store(Document.Kind.EVIDENCE, WORDS).id();
        String elsewhere = "other" + System.nanoTime() % 1_000_000_000;
        openBoard(elsewhere);
        for (String table : List.of("document", "document_content", "content_key")) {
            execute("update " + table + " set board = '" + elsewhere + "' where board = '" + board + "'");
        }
        assertThatThrownBy(() -> read(elsewhere, document)).isInstanceOf(Refusal.class);
        for (String table : List.of("document", "document_content", "content_key")) {
            execute("update " + table + " set board = '" + board + "' where board = '" + elsewhere + "'");
        }
        assertThat(read(document)).isEqualTo(WORDS);
    }

    @Test
    void contentGivenAnotherDocumentsNumberDoesNotOpen() {
        Long document = store(Document.Kind.EVIDENCE, WORDS).id();
        Long other = store(Document.Kind.EVIDENCE, WORDS).id();
        execute("delete from document_content where document_id = " + other);
        execute("update document_content set document_id = " + other + " where document_id = " + document);
        assertThatThrownBy(() -> read(other)).isInstanceOf(Refusal.class);
    }

    /** As whoever has the file of the database, or a copy of it, would look. */
    @Test
    void noTableHoldsAWordOfAFile() {
        String words = "unmistakable-" + System.nanoTime();
        store(Document.Kind.EVIDENCE, words);
        Long older = store(Document.Kind.LETTER, words).id();
        leaveOpen(older, words);
        assertThat(SearchedTables.saying(words)).containsExactly("DOCUMENT_CONTENT");
        sealOlder();
        assertThat(SearchedTables.saying(words)).isEmpty();
    }

    /** In the way of a crash between any two of its steps. */
    @Test
    void sealingThatIsCutOffLeavesTheContentAsItWas() {
        Long document = unsealed();
        assertThatThrownBy(() -> database.run(board, entities -> {
            seals(entities).sealOlder(1);
            throw new IllegalStateException("cut off");
        })).hasMessage("cut off");
        assertThat(kept(document)).isEqualTo(WORDS);
        assertThat(read(document)).isEqualTo(WORDS);
        assertThat(sealOlder()).isOne();
        assertThat(read(document)).isEqualTo(WORDS);
    }

    private static void execute(String sql) {
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int keyNumber(Long document) {
        return database.call(board, entities -> entities.createQuery("select c.keyNumber from DocumentContent c where c.documentId = :id", Integer.class)
                .setParameter("id", document).getSingleResult());
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private Long unsealed() {
        Long document = store(Document.Kind.REPLY, WORDS).id();
        leaveOpen(document, WORDS);
        return document;
    }

    private void leaveOpen(Long document, String words) {
        database.run(board, entities -> entities.createQuery("update DocumentContent c set c.bytes = :bytes, c.keyNumber = null where c.documentId = :id")
                .setParameter("bytes", ContentBytes.of(bytes(words))).setParameter("id", document).executeUpdate());
    }

    private int sealOlder() {
        return database.call(board, entities -> seals(entities).sealOlder(1));
    }

    private Document store(Document.Kind kind, String words) {
        return CurrentCaller.call(Caller.system(), () -> database.call(board, entities -> documents(entities)
                .store(kind, "S-2026-0001", "A note", "note.txt", words.getBytes(StandardCharsets.UTF_8))));
    }

    private String read(Long document) {
        return read(board, document);
    }

    private String read(String slug, Long document) {
        return CurrentCaller.call(Caller.system(), () -> database.call(slug,
                entities -> new String(documents(entities).content(document).bytes(), StandardCharsets.UTF_8)));
    }

    private String kept(Long document) {
        return new String(database.call(board, entities -> bytes(entities, document)), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(EntityManager entities, Long document) {
        try {
            return entities.createQuery("select c.bytes from DocumentContent c where c.documentId = :id", ContentBytes.class)
                    .setParameter("id", document).getSingleResult().all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(EntityManager entities, byte[] bytes, Long document) {
        entities.createQuery("update DocumentContent c set c.bytes = :bytes where c.documentId = :id").setParameter("bytes", ContentBytes.of(bytes))
                .setParameter("id", document).executeUpdate();
    }

    private String keyText(int number) {
        return database.call(board, entities -> entities.createQuery("select k.sealedSecret from ContentKey k where k.number = :number", String.class)
                .setParameter("number", number).getSingleResult());
    }

    private Documents documents(EntityManager entities) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return TestDatabase.wire(new Documents(), entities, TestDatabase.wire(new HeldContents(), new ContentRoom()), clock,
                seals(entities), new Fired<FileWanted>(), TestDatabase.wire(new Audit(), clock, new ChainAtOnce(entities)));
    }

    private ContentSeals seals(EntityManager entities) {
        return TestDatabase.wire(new ContentSeals(), entities, Clock.fixed(now, ZoneOffset.UTC), keys);
    }
}

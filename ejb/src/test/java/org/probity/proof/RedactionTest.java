package org.probity.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CaseExclusion;
import org.probity.access.CurrentCaller;
import org.probity.access.DeniedAttempt;
import org.probity.access.Origin;
import org.probity.access.Restriction;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.audit.Audit;
import org.probity.audit.AuditFilter;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditSearch;
import org.probity.audit.ChainAtOnce;
import org.probity.audit.Denial;
import org.probity.audit.Redactions;
import org.probity.crypto.SealedFolder;
import org.probity.kernel.BoundedJson;
import org.probity.kernel.Language;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

/** The auditor reads nothing that points to a case which is hidden from them, nor who looked for them. */
class RedactionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);
    private static final String NAMED = "RED-2026-1001";
    private static final String RESTRICTED = "RED-2026-1002";
    private static final String OPEN = "RED-2026-1003";

    private final TestDatabase database = TestDatabase.get();
    private final String board = "r" + System.nanoTime();
    private Long me;

    @BeforeEach
    void cases() {
        database.run(board, entities -> {
            entities.persist(new Board(board, board, null, "R" + System.nanoTime() % 1_000_000_000, Board.Country.ENGLAND, "#1d5b8f", false, "desk@example.org", Deadlines.usual()));
            Account account = new Account(board, "Siân Evans", "sian@example.org", "-", Language.EN, false);
            entities.persist(account);
            me = account.id();
            entities.persist(new CaseExclusion(NAMED, me, "subject", CLOCK.instant()));
            entities.persist(new Restriction(RESTRICTED, "Few", "Lead", CLOCK.instant()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {NAMED, RESTRICTED, "1001", "evans", "Siân EVANS", "sian", "Evnas", "evan", "drunk evans video"})
    void whatSomebodySearchedForIsNotToldWhereItPointsThere(String text) {
        record("investigation.searched", Map.of("text", text, "found", 1, "cases", ""));
        record("audit.searched", Map.of("case", text));
        record("audit.tabled", Map.of("who", text, "entries", 3));
        assertThat(after()).containsExactly(null, null, null);
    }

    /** It may be about them. */
    @Test
    void whatSomebodySearchedForIsNotToldWhereNobodyCanReadIt() {
        record("investigation.searched", Map.of("text", "duck", "found", 1, "cases", OPEN));
        for (String unreadable : List.of("{\"text\":1e999999999}", "{\"text\":" + "[".repeat(900))) {
            database.run(board, entities -> entities.createNativeQuery("update audit_entry set after_act = :unreadable where board = :board")
                    .setParameter("unreadable", unreadable).setParameter("board", board).executeUpdate());
            assertThat(after()).containsExactly((String) null);
        }
    }

    /** Or the board could never leave. */
    @Test
    void whatNoArchiveTakesIsKeptByItsHash() {
        Map<String, Object> deep = Map.of();
        for (int i = 0; i < 10; i++) {
            deep = Map.of("in", deep);
        }
        record("evidence.added", deep);
        record("evidence.added", Map.of("many", Collections.nCopies(30_000, 1)));
        assertThat(after()).hasSize(2).allSatisfy(values -> assertThat(values).contains("tooLong", "sha256")).allMatch(BoundedJson::fits);
    }

    @Test
    void whatSomebodyWasShownIsNotToldWhereItPointsThere() {
        record("investigation.searched", Map.of("text", "duck", "found", 2, "cases", OPEN + " " + NAMED));
        assertThat(after()).containsExactly((String) null);
    }

    @ParameterizedTest
    @ValueSource(strings = {NAMED, RESTRICTED})
    void whatSomebodyWasDeniedIsNotToldWhereItPointsThere(String reference) {
        deny(new Caller(5L, 5L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN), reference);
        assertThat(after()).containsExactly((String) null);
    }

    @Test
    void theRestIsTold() {
        record("investigation.searched", Map.of("text", "duck", "found", 1, "cases", OPEN));
        record("account.memberRoles", Map.of("member", "Siân Evans", "reason", "Now an auditor"));
        deny(new Caller(5L, 5L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN), OPEN);
        assertThat(after()).hasSize(3).allSatisfy(values -> assertThat(values).isNotNull());
    }

    /** Otherwise it would tell whether there is such a case: that an attempt at one that does not exist is told, and this is not. */
    @Test
    void whatTheyDidThemselfIsTold() {
        deny(auditor(), NAMED);
        deny(auditor(), "RED-2026-9999");
        assertThat(after()).hasSize(2).allSatisfy(values -> assertThat(values).contains("RED-2026-"));
    }

    /** In another installation the auditor's number was somebody else's. */
    @Test
    void whatSomebodyOfTheirNumberDidElsewhereIsNotTheirs() {
        deny(auditor(), NAMED);
        database.run(board, entities -> entities.createQuery("update ChainHead h set h.cameAlong = h.lastSeq").executeUpdate());
        deny(auditor(), NAMED);
        assertThat(after()).satisfiesExactlyInAnyOrder(values -> assertThat(values).isNull(), values -> assertThat(values).contains("RED-2026-"));
    }

    @Test
    void theTableHoldsNoMoreThanThePage(@TempDir Path exports) throws IOException {
        record("investigation.searched", Map.of("text", "evans", "found", 1, "cases", NAMED));
        assertThat(table(exports)).contains("investigation.searched", "said: null").doesNotContain("evans", NAMED);
    }

    /** One such entry would keep the table from ever being written. */
    @Test
    void halfASignThatIsKeptFromEarlierIsWrittenAsAQuestionMark(@TempDir Path exports) throws IOException {
        record("evidence.added", Map.of("title", "half \ud83d"));
        assertThat(table(exports)).contains("half ?");
    }

    private String table(Path exports) throws IOException {
        ExportFolder folder = new ExportFolder(new SealedFolder(exports));
        folder.begin();
        ExportFile file = CurrentCaller.call(auditor(), () -> database.call(board, entities -> TestDatabase.wire(new AuditExport(), entities,
                search(entities), audit(entities), folder).table(AuditFilter.everything(), line -> "said: " + line.after())));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        file.send(sent);
        return sent.toString(StandardCharsets.UTF_8);
    }

    private void record(String act, Map<String, ?> after) {
        CurrentCaller.run(new Caller(5L, 5L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN),
                () -> database.run(board, entities -> audit(entities).record(act, null, "thing", null, null, after)));
    }

    private void deny(Caller by, String reference) {
        Denial denial = new Denial(1, "fold" + reference, "account",
                new DeniedAttempt(by, new Origin("127.0.0.1", "page"), "CaseDocuments.content", reference), CLOCK.instant());
        database.run(board, entities -> new ChainAtOnce(entities).add(denial.first()));
    }

    private List<String> after() {
        return lines(AuditLine::after);
    }

    private List<String> lines(Function<AuditLine, String> told) {
        return CurrentCaller.call(auditor(), () -> database.call(board, entities -> search(entities).lines(AuditFilter.everything(), Long.MAX_VALUE, 50)
                .stream().map(told).collect(Collectors.toList())));
    }

    private static AuditSearch search(EntityManager entities) {
        return TestDatabase.wire(new AuditSearch(), entities, audit(entities), TestDatabase.wire(new Redactions(), entities));
    }

    private static Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), CLOCK, new ChainAtOnce(entities));
    }

    private Caller auditor() {
        return new Caller(me, 7L, "Siân Evans", Set.of(Role.AUDITOR), null, Language.EN);
    }
}

package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Role;
import org.probity.kernel.Language;
import org.probity.tenancy.Keys;
import org.probity.tenancy.SealedFolder;
import org.probity.tenancy.TestKeys;

/** What an auditor takes away can be verified as it is, and no longer once somebody rewrote it, whatever was withheld from them. */
class ChainExportTest {

    private static final Instant AT = Instant.parse("2026-11-23T09:00:00.5Z");
    private static final Caller AUDITOR = new Caller(9L, 1L, "Siân Evans", Set.of(Role.AUDITOR), null, Language.EN);
    private static final String HIDDEN = "EXP-2026-1001";
    private static final String OPEN = "EXP-2026-1002";

    private final TestDatabase database = TestDatabase.get();
    private final String board = "e" + System.nanoTime();

    /** Everybody's acts before the export, a minute apart. */
    private Instant now = AT;

    /** What happens while an export is written. */
    private Consumer<EntityManager> meanwhile = entities -> { };

    @TempDir
    private Path disk;

    private Keys keys;
    private Path exported;

    @BeforeEach
    void begin() throws IOException {
        keys = TestKeys.in(disk.resolve("keys"));
        exported = Files.createDirectory(disk.resolve("exported"));
        database.run(board, entities -> {
            entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate();
            entities.persist(new AuditKey(SignedKey.first(keys.checking(), keys.pair().getPrivate(), AT), "-"));
        });
    }

    /** @param signed the last of what is told before each that is withheld */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "oooo|''", "hooo|''", "hhoo|''", "oohh|2", "ohhoo|1", "ohohoh|1 3 5", "hohohhoo|2 4", "hhhh|''"
    })
    void whatIsWithheldLeavesAnExportWhole(String acts, String signed) throws IOException {
        act(acts);
        export();

        assertThat(verify()).startsWith("0 WHOLE. The " + acts.length() + " entries").doesNotContain("not proven");
        assertThat(lines("audit.jsonl").stream().map(line -> line.startsWith("{\"withheld\":") ? "h" : "o").collect(Collectors.joining())).isEqualTo(acts);
        assertThat(before().map(checkpoint -> Long.toString(checkpoint.seq())).collect(Collectors.joining(" "))).isEqualTo(signed);
    }

    /** Whoever has it cuts off what follows: it does not look as though nothing had followed by today. */
    @AfterEach
    void forget() {
        database.run(board, entities -> entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate());
    }

    @Test
    void theEntryBeforeIsSignedAsOfItsOwnTime() throws IOException {
        act("ooho");
        export();
        keepLines("audit.jsonl", line -> line.contains("\"seq\":1,") || line.contains("\"seq\":2,"));
        keepLines("checkpoints.jsonl", line -> line.contains("\"seq\":2,"));

        assertThat(verify()).startsWith("0 WHOLE. The 2 entries").contains("on 2026-11-23T09:02:00.500000Z");
    }

    @Test
    void anEntryBeforeOneThatIsWithheldIsNotForged() throws IOException {
        act("ooohoo");
        export();
        Link written = Link.parse(lines("audit.jsonl").get(2));
        Link forged = Link.after(board, 3, written.previous(), written.content().replace("as it was", "otherwise"));
        Files.writeString(exported.resolve("audit.jsonl"), Files.readString(exported.resolve("audit.jsonl"))
                .replace(written.line(), forged.line()).replace("\"previous\":\"" + written.hash(), "\"previous\":\"" + forged.hash()));
        assertThat(verify()).startsWith("1 BROKEN. Entries 1 to 3: at least one");

        keepLines("checkpoints.jsonl", line -> !line.contains("\"seq\":3,"));
        assertThat(verify()).startsWith("2 This could not be checked: Entries 1 to 3: not proven");
    }

    /** The export must not sign what somebody did behind its back, where the hash of the next would not show it. */
    @Test
    void aStoredChainThatIsBrokenIsNotSignedAnew() throws IOException {
        act("ooohoo");
        database.run(board, entities -> {
            Link written = entities.createQuery("select a from AuditEntry a where a.seq = 3", AuditEntry.class).getSingleResult().link();
            String forged = Link.after(board, 3, written.previous(), written.content().replace("as it was", "otherwise")).hash();
            behind(entities, "update audit_entry set after_act = replace(after_act, 'as it was', 'otherwise'), hash = '" + forged + "' where seq = 3 and");
            behind(entities, "update audit_entry set previous = '" + forged + "' where seq = 4 and");
        });
        export();

        assertThat(lines("audit.jsonl").get(2)).contains("otherwise");
        assertThat(before()).isEmpty();
        assertThat(verify()).startsWith("2 This could not be checked: Entries 1 to 3: not proven");
    }

    /** Somebody with every right on the database cannot take away the checkpoint that lies outside. */
    @Test
    void aStoredChainThatWasSealedAnewIsNotSignedAsOfItsTime() throws IOException {
        act("ooohoo");
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> chains(entities).checkpoint()));
        database.run(board, entities -> {
            String last = "";
            for (AuditEntry entry : entities.createQuery("select a from AuditEntry a order by a.seq", AuditEntry.class).getResultList()) {
                Link link = Link.after(board, entry.seq(), last, entry.link().content().replace("as it was", "otherwise"));
                last = link.hash();
                behind(entities, "update audit_entry set after_act = replace(after_act, 'as it was', 'otherwise'), previous = '" + link.previous()
                        + "', hash = '" + last + "' where seq = " + entry.seq() + " and");
            }
            behind(entities, "update audit_chain set last_hash = '" + last + "' where");
            behind(entities, "delete from audit_checkpoint where");
        });
        export();

        assertThat(before()).isEmpty();
        assertThat(verify()).startsWith("2 This could not be checked: Entries 1 to 3: not proven");
    }

    /** The server that changed the key ended before it changed the files: what others signed since would be too late for ever. */
    @Test
    void aChangeOfTheKeyThatWasHalfMadeLeavesAnExportWhole() throws IOException {
        act("oho");
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> chains(entities).checkpoint()));
        TestCheckpoints.handOverHalf(keys, now);
        now = now.plusSeconds(3_600);
        act("oho");
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> chains(entities).checkpoint()));
        export();

        assertThat(verify()).startsWith("0 WHOLE. The 7 entries");
    }

    /** It reaches to the checkpoint that was the last when it began. */
    @Test
    void whatIsSignedWhileItIsWrittenBreaksNothing() throws IOException {
        act("ooo");
        meanwhile = entities -> {
            act(entities, OPEN);
            chains(entities).checkpoint();
        };
        export();

        assertThat(verify()).startsWith("0 WHOLE. The 3 entries");
    }

    /** @param acts each o is one of a case that the auditor sees, each h one of a case that names them */
    private void act(String acts) {
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> acts.chars().forEach(act -> act(entities, act == 'h' ? HIDDEN : OPEN))));
    }

    private void act(EntityManager entities, String reference) {
        now = now.plusSeconds(60);
        audit(entities).record("case.act", reference, "thing", null, null, Map.of("said", "as it was"));
    }

    private void export() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        CurrentCaller.call(AUDITOR, () -> database.call(board, entities -> export(entities).chain())).send(sent);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(exported.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    private void behind(EntityManager entities, String sql) {
        entities.createNativeQuery(sql + " board = '" + board + "'").executeUpdate();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(exported.resolve(file));
    }

    private void keepLines(String file, Predicate<String> which) throws IOException {
        Files.write(exported.resolve(file), lines(file).stream().filter(which).toList());
    }

    /** The checkpoints beside that of the last entry. */
    private Stream<SignedCheckpoint> before() throws IOException {
        long end = lines("audit.jsonl").size();
        return lines("checkpoints.jsonl").stream().map(SignedCheckpoint::parse).filter(checkpoint -> checkpoint.seq() != end);
    }

    /** @return what the verifier ends with, and says */
    private String verify() throws IOException {
        Path kept = Files.writeString(disk.resolve("kept.pub"), keys.checkingPem());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new Verifier(new PrintStream(said, true, StandardCharsets.UTF_8)).run(exported.toString(), kept.toString());
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }

    private AuditExport export(EntityManager entities) {
        ExportFolder folder = new ExportFolder(new SealedFolder(disk.resolve("exports")));
        folder.begin();
        Redactions redactions = new Redactions() {
            @Override
            public Set<String> hidden() {
                meanwhile.accept(entities);
                return new HashSet<>(Set.of(HIDDEN));
            }

            @Override
            public Redaction forCaller() {
                return new Redaction(AUDITOR, Set.of(), 0);
            }
        };
        return TestDatabase.wire(new AuditExport(), entities, redactions, chains(entities), history(entities), keys, folder, audit(entities));
    }

    private Chains chains(EntityManager entities) {
        return TestDatabase.wire(new Chains(), entities, clock(), keys, new CheckpointFiles(disk.resolve("checkpoints")), audit(entities),
                history(entities), new Fired<CheckpointSigned>());
    }

    private KeyHistory history(EntityManager entities) {
        return TestDatabase.wire(new KeyHistory(), entities, clock(), keys, audit(entities));
    }

    private Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), clock(), new ChainAtOnce(entities));
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}

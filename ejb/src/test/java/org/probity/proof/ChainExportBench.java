package org.probity.proof;

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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.audit.Redaction;
import org.probity.audit.Redactions;
import org.probity.checkpoint.AuditKey;
import org.probity.checkpoint.Chains;
import org.probity.checkpoint.CheckpointFiles;
import org.probity.checkpoint.CheckpointSigned;
import org.probity.checkpoint.KeyHistory;
import org.probity.checkpoint.SignedCheckpoint;
import org.probity.checkpoint.SignedKey;
import org.probity.checkpoint.StoredEntries;
import org.probity.crypto.Keys;
import org.probity.crypto.SealedFolder;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;

/** An auditor's export of a chain of which they must not see all, and whoever verifies it. */
abstract class ChainExportBench {

    static final Instant AT = Instant.parse("2026-11-23T09:00:00.5Z");
    static final Caller AUDITOR = new Caller(9L, 1L, "Siân Evans", Set.of(Role.AUDITOR), null, Language.EN);
    static final String HIDDEN = "EXP-2026-1001";
    static final String OPEN = "EXP-2026-1002";

    final TestDatabase database = TestDatabase.get();
    final String board = "e" + System.nanoTime();

    /** Everybody's acts before the export, a minute apart. */
    Instant now = AT;

    /** What happens while an export is written. */
    Consumer<EntityManager> meanwhile = entities -> { };

    @TempDir
    Path disk;

    Keys keys;
    Path exported;

    @BeforeEach
    void begin() throws IOException {
        keys = TestKeys.in(disk.resolve("keys"));
        exported = Files.createDirectory(disk.resolve("exported"));
        database.run(board, entities -> {
            entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate();
            entities.persist(new AuditKey(SignedKey.first(keys.checking(), keys.pair().getPrivate(), AT), "-"));
        });
    }

    @AfterEach
    void forget() {
        database.run(board, entities -> entities.createQuery("delete from AuditKey k where k.ofBoard = '-'").executeUpdate());
    }

    /** @param acts each o is one of a case that the auditor sees, each h one of a case that names them */
    void act(String acts) {
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> acts.chars().forEach(act -> act(entities, act == 'h' ? HIDDEN : OPEN))));
    }

    void act(EntityManager entities, String reference) {
        now = now.plusSeconds(60);
        audit(entities).record("case.act", reference, "thing", null, null, Map.of("said", "as it was"));
    }

    /** As an auditor does who asks for it. */
    void sign() {
        CurrentCaller.run(AUDITOR, () -> database.run(board, entities -> chains(entities).checkpoint()));
    }

    void export() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        CurrentCaller.call(AUDITOR, () -> database.call(board, entities -> export(entities).chain())).send(sent);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(exported.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    void behind(EntityManager entities, String sql) {
        entities.createNativeQuery(sql + " board = '" + board + "'").executeUpdate();
    }

    List<String> lines(String file) throws IOException {
        return Files.readAllLines(exported.resolve(file));
    }

    void keepLines(String file, Predicate<String> which) throws IOException {
        Files.write(exported.resolve(file), lines(file).stream().filter(which).toList());
    }

    /** The checkpoints beside that of the last entry. */
    Stream<SignedCheckpoint> before() throws IOException {
        long end = lines("audit.jsonl").size();
        return lines("checkpoints.jsonl").stream().map(SignedCheckpoint::parse).filter(checkpoint -> checkpoint.seq() != end);
    }

    /** @return what the verifier ends with, and says */
    String verify() throws IOException {
        return verify(new String[0]);
    }

    /** @param witnessed places of the checkpoints that whoever verifies has kept */
    String verify(String... witnessed) throws IOException {
        Path kept = Files.writeString(disk.resolve("kept.pub"), keys.checkingPem());
        Path witness = Files.write(disk.resolve("kept.jsonl"), new CheckpointFiles(disk.resolve("checkpoints")).read(board).stream()
                .filter(one -> List.of(witnessed).contains(Long.toString(one.seq()))).map(SignedCheckpoint::line).toList());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = new Verifier(new PrintStream(said, true, StandardCharsets.UTF_8)).run(exported.toString(), kept.toString(), witness.toString());
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }

    AuditExport export(EntityManager entities) {
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
        return TestDatabase.wire(new AuditExport(), entities, redactions, chains(entities), history(entities), keys, folder, audit(entities),
                TestDatabase.wire(new StoredEntries(), entities));
    }

    Chains chains(EntityManager entities) {
        return TestDatabase.wire(new Chains(), entities, clock(), keys, new CheckpointFiles(disk.resolve("checkpoints")), audit(entities),
                history(entities), new Fired<CheckpointSigned>());
    }

    KeyHistory history(EntityManager entities) {
        return TestDatabase.wire(new KeyHistory(), entities, clock(), keys, audit(entities));
    }

    Audit audit(EntityManager entities) {
        return TestDatabase.wire(new Audit(), clock(), new ChainAtOnce(entities));
    }

    Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}

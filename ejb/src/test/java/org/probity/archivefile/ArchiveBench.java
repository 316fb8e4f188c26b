package org.probity.archivefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.archive.BoardExport;
import org.probity.archive.BoardRestore;
import org.probity.archive.BoardWipe;
import org.probity.archive.HighestId;
import org.probity.boardrows.AccountWriter;
import org.probity.boardrows.ArchiveTransaction;
import org.probity.boardrows.BoardProof;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.EngineState;
import org.probity.boardrows.FakeEngine;
import org.probity.checkpoint.TestCheckpoints;
import org.probity.crypto.Keys;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.member.Member;
import org.probity.member.Organisation;
import org.probity.member.Person;
import org.probity.tenancy.Board;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.Deadlines;

/** A board that leaves and comes back, and the ways to look at what is left of it without the archive's own code. */
public abstract class ArchiveBench {

    public static final String BOARD = "leaver";
    protected static final EngineState NO_ENGINE = new FakeEngine();
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    public final TestDatabase database = TestDatabase.get();
    public final Age.Pair keys = Age.newPair();
    protected final KeyPair own = FakeEngine.newKey();
    protected final Trust trusted = new Trust(Seal.fingerprint(own.getPublic()), "");
    public final AtomicLong free = new AtomicLong(900_000);
    public Long member;
    public HighestId numbers;

    @TempDir
    public Path folder;

    @BeforeEach
    protected void openTheBoard() {
        database.run(BOARD, entities -> {
            entities.persist(new Board(BOARD, "A board that leaves", null, "LEAVE", Board.Country.ENGLAND, "#112233", false,
                    "team@leaver.example.org", Deadlines.usual()));
            entities.flush();
            Account account = new Account("leaver-officer@example.org", "Leaver Officer", "leaver-officer@example.org", "x", Language.CY, false);
            account.joins(BOARD);
            entities.persist(account);
            member = account.id();
            Organisation organisation = new Organisation("School \"Bryn\" \\ 'Teg'", "Ysgol Bryn Têg", "school@example.org");
            entities.persist(organisation);
            entities.persist(new Member(account, Set.of(Role.OFFICER, Role.LEAD), organisation.id()));
            entities.persist(new Person("Named\nin two lines", null, "Teacher", organisation.id(), account.id(), Language.EN));
        });
    }

    @AfterEach
    protected void removeTheBoard() throws SQLException, IOException {
        if (count("board where slug = 'leaver'") == 1) {
            wipe(export("last.age"));
        }
        sql("delete from account where username = 'leaver-officer@example.org'");
    }

    protected Manifest export(String file) throws IOException, SQLException {
        try (ArchiveTransaction archiveTransaction = ArchiveTransaction.still(CaseDatabase.asApplication(), own()); ArchiveWriter archive = new ArchiveWriter(
                Age.encrypting(Files.newOutputStream(folder.resolve(file)), keys.recipient()), 6)) {
            Manifest manifest = new BoardExport(archiveTransaction, BOARD, NO_ENGINE).write(archive, NOW, List.of());
            archive.seal(manifest, own.getPrivate(), own.getPublic());
            return manifest;
        }
    }

    protected void wipe(Manifest left) throws IOException, SQLException {
        try (ArchiveTransaction archiveTransaction = ArchiveTransaction.still(CaseDatabase.asApplication(), own())) {
            BoardWipe.remove(archiveTransaction, BOARD, NO_ENGINE, left.contents());
            archiveTransaction.commit();
        }
    }

    /** The keys of this installation. */
    protected Keys own() {
        return TestKeys.in(folder.resolve("keys"));
    }

    protected AccountWriter restore(String file) throws SQLException {
        return restore(file, keys.identity());
    }

    protected AccountWriter restore(String file, String identity) throws SQLException {
        return restore(file, identity, "");
    }

    protected AccountWriter restore(String file, String identity, String confirmed) throws SQLException {
        Path archive = folder.resolve(file);
        Trust trust = new Trust(Seal.fingerprint(own.getPublic()), confirmed);
        try (ArchiveTransaction archiveTransaction = ArchiveTransaction.open(CaseDatabase.asApplication(), own())) {
            Catalogue catalogue = Catalogue.of(archiveTransaction.connection());
            numbers = new HighestId(catalogue);
            ArchiveReader.Read read = BoardRestore.check(archive, identity, trust, archiveTransaction, catalogue, NO_ENGINE, numbers);
            AccountWriter accounts = new AccountWriter(archiveTransaction, catalogue, free::incrementAndGet, trust.isOwn(read.seal()));
            BoardRestore.write(archive, identity, trust, archiveTransaction, read, NO_ENGINE, accounts, this::proof);
            archiveTransaction.commit();
            return accounts;
        }
    }

    protected BoardProof proof(Connection connection, String board) {
        return new BoardProof(database.call(BOARD, EntityManager::getEntityManagerFactory), TestCheckpoints.chain(folder.resolve("checkpoints"),
                Clock.fixed(NOW, ZoneOffset.UTC), own()), connection, board);
    }

    /** Everything in an archive, as text. */
    protected String text(String file) throws SQLException {
        StringBuilder text = new StringBuilder();
        ArchiveReader.read(folder.resolve(file), keys.identity(), trusted, Measures.USUAL,
                (name, content) -> text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        return text.toString();
    }

    /** The archive of the board with a manifest that says something else of it. */
    protected void rewrite(String file, Manifest manifest) throws IOException, SQLException {
        try (ArchiveWriter archive = new ArchiveWriter(Age.encrypting(Files.newOutputStream(folder.resolve(file)), keys.recipient()), 6)) {
            ArchiveReader.read(folder.resolve("board.age"), keys.identity(), trusted, Measures.USUAL,
                    (name, content) -> archive.add(name, content::transferTo));
            archive.seal(manifest, own.getPrivate(), own.getPublic());
        }
    }

    /** The archive of the board with an entry in another's place, and a manifest that fits. */
    protected void forge(String file, String entry, String lines) throws IOException, SQLException {
        List<Manifest.Lines> written = new ArrayList<>();
        try (ArchiveWriter archive = new ArchiveWriter(Age.encrypting(Files.newOutputStream(folder.resolve(file)), keys.recipient()), 6)) {
            Manifest left = ArchiveReader.read(folder.resolve("board.age"), keys.identity(), trusted, Measures.USUAL, (name, content) -> {
                String print = archive.add(name, out -> {
                    if (name.equals(entry)) {
                        out.write(lines.getBytes(StandardCharsets.UTF_8));
                    } else {
                        content.transferTo(out);
                    }
                });
                written.add(new Manifest.Lines(name, 0, print));
            }).manifest();
            if (written.stream().noneMatch(known -> known.entry().equals(entry))) {
                written.add(new Manifest.Lines(entry, 1, archive.add(entry, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)))));
            }
            archive.seal(new Manifest(left.format(), left.release(), left.schema(), left.engine(), left.board(), left.name(), left.at(), written,
                    left.files(), left.leftBehind(), left.processes(), left.audit(), left.checkpointKeys(), archive.contents()), own.getPrivate(), own.getPublic());
        }
    }

    protected void refusedAndNothingWritten(String key, ThrowingCallable work) throws SQLException {
        refused(key, work);
        assertThat(rows()).isEmpty();
        assertThat(count("account where username = 'leaver-officer@example.org'")).isZero();
    }

    /** @param key of the reason; null where any may be given */
    protected static void refused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STATE);
            if (key != null) {
                assertThat(refusal.problems().get(0).key()).isEqualTo(key);
            }
        });
    }

    /** What the database holds of the board, by table; without the archive's own code. */
    protected Map<String, String> rows() throws SQLException {
        return dump(" = 'leaver'");
    }

    protected Map<String, String> others() throws SQLException {
        return dump(" <> 'leaver'");
    }

    protected static Map<String, String> dump(String which) throws SQLException {
        Map<String, String> dump = new TreeMap<>();
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement()) {
            Map<String, String> tables = new TreeMap<>();
            try (ResultSet found = statement.executeQuery("select table_name, column_name from information_schema.columns where table_schema = "
                    + "'PUBLIC' and (column_name = 'BOARD' or table_name = 'BOARD' and column_name = 'SLUG')")) {
                while (found.next()) {
                    tables.put(found.getString(1), found.getString(2));
                }
            }
            for (Map.Entry<String, String> table : tables.entrySet()) {
                try (ResultSet rows = statement.executeQuery("select * from \"" + table.getKey() + "\" where \"" + table.getValue() + "\"" + which)) {
                    String text = text(rows);
                    if (!text.isEmpty()) {
                        dump.put(table.getKey(), text);
                    }
                }
            }
        }
        return dump;
    }

    protected static String text(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                line.append(rows.getString(i)).append('|');
            }
            lines.add(line.toString());
        }
        return lines.stream().sorted().collect(Collectors.joining("\n"));
    }

    protected static long count(String from) throws SQLException {
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    protected static void sql(String sql) throws SQLException {
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

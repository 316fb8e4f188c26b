package org.probity.archivefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.archive.BoardRestore;
import org.probity.archive.HighestId;
import org.probity.audit.Audit;
import org.probity.audit.ChainAtOnce;
import org.probity.boardrows.AccountWriter;
import org.probity.boardrows.ArchiveTransaction;
import org.probity.boardrows.BoardTables;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.FakeEngine;
import org.probity.boardrows.Table;
import org.probity.checkpoint.TestCheckpoints;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CaseDatabase;

/**
 * Archives as an attacker makes them who has the good archive of a board of theirs, and whose installation the operator trusts:
 * the worst there is. Another board, with a case that is under way, people and evidence, is who they are after.
 */
public abstract class HostileBench extends ArchiveBench {

    protected static final String VICTIM = "chscb";
    protected static final long DOCUMENT = 810_001;
    protected static final long VICTIMS_DOCUMENT = 820_001;
    protected static final long VICTIMS_ACCOUNT = 820_101;
    protected static final long INVITED_ACCOUNT = 820_102;

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

    protected final KeyPair stranger = FakeEngine.newKey();
    public final String confirmed = Seal.fingerprint(stranger.getPublic());
    public final Catalogue catalogue = FakeEngine.catalogue();
    public Map<String, byte[]> good;
    public Manifest left;
    private String known;

    @BeforeEach
    protected void twoBoardsWithCases() throws IOException, SQLException {
        caseOf(BOARD, DOCUMENT, "own");
        caseOf(VICTIM, VICTIMS_DOCUMENT, "victims");
        account(VICTIMS_ACCOUNT, "victim@example.org", "'hash'");
        account(INVITED_ACCOUNT, "invited@example.org", "null");
        sql("insert into account_board (account_id, board) values (" + VICTIMS_ACCOUNT + ", '" + VICTIM + "')");
        CurrentCaller.run(Caller.system(), () -> CurrentOrigin.run(Origin.page("192.0.2.1"), () -> database.run(BOARD, entities -> {
            Audit audit = TestDatabase.wire(new Audit(), new ChainAtOnce(entities), CLOCK);
            for (int i = 1; i <= 5; i++) {
                audit.record("case.act" + i, "LEAVE-2026-0001", "thing", (long) i, null, Map.of("text", "entry " + i));
            }
        })));
        left = export("board.age");
        good = opened("board.age");
        wipe(left);
        left = TestCheckpoints.endSigned(left);
        known = ids();
    }

    /** The accounts that are here before anything is tried. */
    private static String ids() throws SQLException {
        try (Connection connection = CaseDatabase.asApplication().getConnection(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from account")) {
            return text(rows).replace("|\n", ", ").replace("|", "");
        }
    }

    @AfterEach
    protected void removeTheVictim() throws SQLException {
        for (String table : List.of("work_item", "document_content", "document", "investigation")) {
            sql("delete from " + table + " where board = '" + VICTIM + "' and id between 820000 and 829999");
        }
        for (String table : List.of("act_ru_variable", "act_ru_job", "act_ru_event_subscr", "act_ru_task", "act_ru_execution", "act_hi_actinst",
                "act_hi_procinst")) {
            sql("delete from " + table + " where tenant_id_ = '" + VICTIM + "'");
        }
        sql("delete from account_board where account_id = " + VICTIMS_ACCOUNT);
        sql("delete from account where id in (" + VICTIMS_ACCOUNT + ", " + INVITED_ACCOUNT + ")");
    }

    private static void account(long id, String name, String hash) throws SQLException {
        sql("insert into account (id, version, username, display_name, email, password_hash, language, is_operator, failures) values (" + id
                + ", 0, '" + name + "', 'Somebody', '" + name + "', " + hash + ", 'EN', false, 0)");
    }

    private static void caseOf(String board, long document, String engine) throws SQLException {
        sql("insert into document (id, board, version, reference, kind, title, file_name, file_type, byte_size, sha256, created_at, created_by) values ("
                + document + ", '" + board + "', 0, 'X-2026-0001', 'EVIDENCE', 'T', 'f.bin', 'PDF', 5, 'x', now(), 'x')");
        sql("insert into document_content (id, board, version, document_id, bytes) values (" + (document + 1) + ", '" + board + "', 0, " + document
                + ", X'0102030405')");
        sql("insert into investigation (id, board, version, reference, title, stage, opened_at, hard_stop, contact_allowed) values (" + (document + 2)
                + ", '" + board + "', 0, 'X-2026-0001', 'A case', 'DETECTION', now(), false, false)");
        String run = engine + "-run";
        sql("insert into act_hi_procinst (id_, proc_inst_id_, proc_def_key_, proc_def_id_, start_time_, root_proc_inst_id_, tenant_id_, state_) values ('"
                + run + "', '" + run + "', 'content-removal', 'process-1', now(), '" + run + "', '" + board + "', 'ACTIVE')");
        sql("insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_, act_id_, act_type_, "
                + "start_time_, tenant_id_) values ('" + engine + "-act', 'content-removal', 'process-1', '" + run + "', '" + run + "', '" + run
                + "', 'awaitReply', 'userTask', now(), '" + board + "')");
        sql("insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, proc_def_id_, act_id_, act_inst_id_, is_active_, "
                + "is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, business_key_, tenant_id_) values ('" + run
                + "', 1, '" + run + "', '" + run + "', 'process-1', 'awaitReply', '" + engine + "-act', true, false, true, false, 1, 0, "
                + "'X-2026-0001/R7', '" + board + "')");
        sql("insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, task_def_key_, suspension_state_, create_time_, tenant_id_) "
                + "values ('" + engine + "-task', 1, '" + run + "', '" + run + "', 'process-1', 'awaitReply', 1, now(), '" + board + "')");
        sql("insert into act_ru_job (id_, rev_, type_, execution_id_, root_proc_inst_id_, process_instance_id_, process_def_id_, process_def_key_, "
                + "retries_, duedate_, handler_type_, handler_cfg_, deployment_id_, suspension_state_, job_def_id_, priority_, tenant_id_) values ('"
                + engine + "-job', 1, 'timer', '" + run + "', '" + run + "', '" + run + "', 'process-1', 'content-removal', 3, now(), "
                + "'timer-transition', 'replyOverdue', 'deployment-1', 1, 'job-1', 0, '" + board + "')");
        sql("insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, proc_def_id_, long_, var_scope_, "
                + "is_concurrent_local_, tenant_id_) values ('" + engine + "-var', 1, 'long', 'investigationId', '" + run + "', '" + run
                + "', 'process-1', 7, '" + run + "', false, '" + board + "')");
        sql("insert into act_ru_event_subscr (id_, rev_, event_type_, event_name_, execution_id_, proc_inst_id_, activity_id_, created_, tenant_id_) "
                + "values ('" + engine + "-sub', 1, 'message', 'withdrawn', '" + run + "', '" + run + "', 'awaitReply', now(), '" + board + "')");
        sql("insert into work_item (id, board, version, task_id, task, process, reference, investigation_id, target_kind, target_id, role, stage, about, "
                + "opened_at, due_at, is_open) values (" + (document + 3) + ", '" + board + "', 0, '" + engine + "-task', 'awaitReply', 'content-removal', "
                + "'X-2026-0001', " + (document + 2) + ", 'removal-request', 7, 'EMPLOYEE', 'removal', 'x', now(), now(), true)");
    }

    private Map<String, byte[]> opened(String file) throws SQLException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ArchiveReader.read(folder.resolve(file), keys.identity(), trusted, Measures.USUAL, (name, content) -> entries.put(name, content.readAllBytes()));
        return entries;
    }

    /** An archive of these entries and a manifest that fits them, signed by the stranger. */
    protected Path written(Map<String, byte[]> entries, Manifest said) throws IOException, SQLException {
        Path file = folder.resolve("hostile.age");
        try (ArchiveWriter archive = new ArchiveWriter(Age.encrypting(Files.newOutputStream(file), keys.recipient()), 1)) {
            List<Manifest.Lines> lines = new ArrayList<>();
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                String print = archive.add(entry.getKey(), out -> out.write(entry.getValue()));
                if (!entry.getKey().startsWith(ArchiveReader.FILES)) {
                    lines.add(new Manifest.Lines(entry.getKey(), 0, print));
                }
            }
            archive.seal(new Manifest(said.format(), said.release(), said.schema(), said.engine(), said.board(), said.name(), said.at(), lines,
                    said.files(), said.leftBehind(), said.processes(), said.audit(), said.checkpointKeys(), archive.contents()),
                    stranger.getPrivate(), stranger.getPublic());
        }
        return file;
    }

    /** The same as a ZIP that nobody has encrypted yet. */
    protected byte[] unpacked(Path file) throws IOException {
        try (var plain = Age.decrypting(file, keys.identity())) {
            return plain.readAllBytes();
        }
    }

    protected Path encrypted(byte[] plain) throws IOException {
        Path file = folder.resolve("hostile.age");
        try (OutputStream out = Age.encrypting(Files.newOutputStream(file), keys.recipient())) {
            out.write(plain);
        }
        return file;
    }

    /** Restores without making it true. @return what there is then of everybody but the board itself */
    protected Map<String, String> tried(Path file) throws SQLException {
        Trust trust = new Trust(Seal.fingerprint(own.getPublic()), confirmed);
        try (ArchiveTransaction archiveTransaction = ArchiveTransaction.open(CaseDatabase.asApplication(), own())) {
            ArchiveReader.Read read = BoardRestore.check(file, keys.identity(), trust, archiveTransaction, catalogue, NO_ENGINE, new HighestId(catalogue));
            AccountWriter accounts = new AccountWriter(archiveTransaction, catalogue, free::incrementAndGet, trust.isOwn(read.seal()));
            BoardRestore.write(file, keys.identity(), trust, archiveTransaction, read, NO_ENGINE, accounts, this::proof);
            requireWaysOut(archiveTransaction.enter(BOARD));
            return everybodyElses(archiveTransaction.connection());
        }
    }

    /** The engine would follow such a row for ever. */
    private static void requireWaysOut(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet circles = statement.executeQuery("select 1 from act_ru_execution e "
                + "left join act_ru_execution o on o.id_ = coalesce(e.parent_id_, e.super_exec_) where e.id_ = e.parent_id_ or e.id_ = e.super_exec_ "
                + "or e.id_ in (o.parent_id_, o.super_exec_)")) {
            assertThat(circles.next()).as("a circle of executions").isFalse();
        }
    }

    /** Every row of every table that is not of the board, but for the new accounts of its people, who have no way in. */
    protected Map<String, String> everybodyElses(Connection connection) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : catalogue.all()) {
                boolean ofBoards = table.name().equals(BoardTables.BOARD) || table.has("board") || table.has("tenant_id_");
                String others = ofBoards ? " where " + table.column(BoardTables.owner(table)).quoted() + " <> '" + BOARD + "' or "
                        + table.column(BoardTables.owner(table)).quoted() + " is null" : table.name().equals("audit_key") ? " where of_board <> '" + BOARD + "'" : table.name().equals("account") ? " where "
                        + "password_hash is not null or is_operator or id in (" + known + ")" : "";
                try (ResultSet rows = statement.executeQuery("select * from " + table.quoted() + others)) {
                    all.put(table.name(), text(rows));
                }
            }
        }
        return all;
    }

    protected static byte[] bytes(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }

    protected static List<String> lines(byte[] entry) {
        return new ArrayList<>(new String(entry, StandardCharsets.UTF_8).lines().toList());
    }

    /** What is put into a good archive. */
    protected interface Change {
        void of(Map<String, byte[]> entries);
    }

    protected void refusedWith(String what, Change change) throws SQLException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        change.of(entries);
        Map<String, String> before = now();
        assertThatThrownBy(() -> tried(written(entries, left))).as(what).isInstanceOf(Refusal.class);
        assertThat(now()).as(what).isEqualTo(before);
    }

    protected Map<String, String> now() throws SQLException {
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            return everybodyElses(connection);
        }
    }

    protected static String text(Map<String, byte[]> entries, String entry) {
        return new String(entries.get(entry), StandardCharsets.UTF_8);
    }
}

package org.probity.ear.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.probity.ear.Api;
import org.probity.ear.PostgresServer;
import org.probity.ear.Server;
import org.probity.ear.Walk;

/** On PostgreSQL the walls between boards stand a second time: whatever SQL the application sends, its role is held by them. */
class BoardRowsIT {

    static final String SERVER = "board-rows";

    private static final String MINE = "chscb";
    private static final String OTHER = "cwmtaf";

    private static final int ROWS = 10_000;
    private static final int READS = 9;
    private static final int TRANSACTIONS = 1_000;

    private static PostgresServer postgres;
    private static Server server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = PostgresServer.start();
        server = Server.named(SERVER, 1100).withMovableClock().with(postgres.environment()).start();
        for (String board : List.of(MINE, OTHER)) {
            walk(board).awaitRemovalRequest().remove().askForStatement().refer().awaitReferral().decide().close();
            walk(board).awaitRemovalRequest();
        }
        try (Database superuser = new Database(postgres.asSuperuser())) {
            new EmptyTables(superuser).fill(MINE);
        }
    }

    private static Walk walk(String board) {
        return new Walk(new Api(server, board)).report().detect().askForRemoval();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Test
    void everyTableStandsBehindAWallOrIsArguedFor() throws SQLException {
        try (Database database = new Database(postgres.asSuperuser())) {
            assertThat(TableWalls.open(database)).isEmpty();
            assertThat(TableWalls.all(database)).hasSizeGreaterThan(100);
            assertThat(TableWalls.all(database).stream().filter(TableWalls.Table::isException).map(TableWalls.Table::name)
                    .filter(name -> !name.startsWith("act_id_") && !name.startsWith("act_re_"))).containsExactlyInAnyOrder("act_ge_property",
                    "act_ge_schema_log", "act_ru_authorization", "act_ru_filter", "act_ru_jobdef", "act_ru_meter_log", "act_ru_task_meter_log",
                    "schema_version");
        }
    }

    @Test
    void aNewTableOrALiftedWallIsNoticed() throws SQLException {
        try (Database owner = new Database(postgres.asOwner()).in(null)) {
            owner.write("create table stray (id bigint primary key, board varchar(30))");
            owner.write("create table stray_of_the_installation (id bigint primary key)");
            owner.write("create view stray_view as select * from note");
            owner.write("alter table note no force row level security");
            owner.write("drop policy own_scope on person");
            owner.write("create policy wide on mail for select using (true)");
            assertThat(TableWalls.open(owner)).containsExactly("mail", "note", "person", "stray", "stray_of_the_installation",
                    "stray_view");
        }
    }

    @Test
    void rawSqlReachesNothingWithoutABoardAndNothingOfAnotherBoard() throws SQLException {
        List<String> lines = new ArrayList<>();
        List<String> breaches = new ArrayList<>();
        lines.add("%-28s %6s | %-27s | %-27s | %-31s | %-31s | %s".formatted("table", "rows", "nothing set: r i u d", "other board: r i u d",
                "own scope forged: r i u d", "guessed at the other: r i u d", "own scope: r i u d"));
        int tried = 0;
        for (TableWalls.Table table : tables()) {
            if (table.isException() || table.isPublic()) {
                continue;
            }
            Attempts attempts = new Attempts(postgres, table, MINE);
            List<String> nothing = attempts.in(null);
            List<String> other = attempts.in(OTHER);
            List<String> own = attempts.in(table.scopeOf(MINE));
            List<String> forged = attempts.forging(null, table.scopeOf(MINE));
            List<String> guessed = attempts.forging(OTHER, table.scopeOf(MINE) + ":AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            for (List<String> stranger : List.of(nothing, other, forged, guessed)) {
                tried += stranger.size();
                if (!Collections.disjoint(stranger, Attempts.DONE)) {
                    breaches.add(table.name());
                }
            }
            assertThat(own.get(0)).as("rows of " + table.name() + " in its own scope").isNotEqualTo("0");
            lines.add("%-28s %6d | %-27s | %-27s | %-31s | %-31s | %s".formatted(table.name(), attempts.rows(), String.join(" ", nothing),
                    String.join(" ", other), String.join(" ", forged), String.join(" ", guessed), String.join(" ", own)));
        }
        lines.add(tried + " attempts, " + breaches.size() + " tables reached");
        lines.forEach(System.out::println);
        assertThat(breaches).isEmpty();
    }

    private static List<TableWalls.Table> tables() throws SQLException {
        try (Database database = new Database(postgres.asSuperuser())) {
            return TableWalls.all(database);
        }
    }

    @Test
    void theApplicationCanNeitherMakeNorLiftAWall() throws IOException, SQLException {
        for (String attempt : beyondTheRole()) {
            try (Database application = new Database(postgres.asApplication()).in(MINE)) {
                assertThatThrownBy(() -> application.write(attempt)).as(attempt).isInstanceOfSatisfying(SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(Database.REFUSED));
            }
        }
        try (Database application = new Database(postgres.asApplication()).in(MINE)) {
            application.write("set local row_security = off");
            assertThatThrownBy(() -> application.rows("select * from note")).hasMessageContaining("row-level security");
        }
    }

    private static List<String> beyondTheRole() throws IOException {
        try (InputStream lines = BoardRowsIT.class.getResourceAsStream("/rows/beyond-the-role.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Test
    void whatIsWrittenForEverGoesWithItsWipedBoardOnly() throws SQLException {
        for (String[] scope : new String[][] {{MINE, null}, {"-", null}, {MINE, "+engine"}, {"-", "+wipe"}, {OTHER, "+wipe"}}) {
            try (Database application = new Database(postgres.asApplication()).in(scope[0], scope[1])) {
                assertThat(application.write("delete from audit_entry where board = ?", MINE)).as(String.join(" ", List.of(scope[0], "" + scope[1]))).isZero();
            }
        }
        try (Database application = new Database(postgres.asApplication()).in(MINE, "+wipe")) {
            assertThat(application.write("delete from audit_entry")).isPositive();
        }
    }

    /** What is deployed for all boards is read, and neither changed nor hidden under another thing of its name. */
    @Test
    void definitionsAreThereToBeRead() throws SQLException {
        try (Database application = new Database(postgres.asApplication()).in(MINE)) {
            assertThat(application.number("select count(*) from act_ge_bytearray where deployment_id_ is not null")).isPositive();
            assertThat(application.write("update act_ge_bytearray set bytes_ = '' where deployment_id_ is not null")).isZero();
            assertThat(application.write("delete from act_ge_bytearray where deployment_id_ is not null")).isZero();
        }
    }

    /** Looking for what is due is done across boards, and so is locking it; no other scope sees both. */
    @Test
    void theEngineCanLockJobsOfAllBoardsAndDoNothingElseWithThem() throws SQLException {
        try (Database application = new Database(postgres.asApplication()).in("-", "+engine")) {
            assertThat(application.number("select count(distinct tenant_id_) from act_ru_job")).isGreaterThan(1);
            assertThat(application.write("update act_ru_job set lock_owner_ = 'me', rev_ = rev_ + 1")).isPositive();
            assertThat(application.write("delete from act_ru_job")).isZero();
            assertThat(application.number("select count(*) from act_ru_variable")).isZero();
            assertThatThrownBy(() -> application.write("update act_ru_job set handler_cfg_ = 'another'")).hasMessageContaining("nothing else");
        }
        try (Database application = new Database(postgres.asApplication()).in("-")) {
            assertThat(application.number("select count(*) from act_ru_job")).isZero();
        }
    }

    /** Neither by its name, nor by its hash, nor by what others of the same role are seen to send. */
    @Test
    void sqlCannotSayACapabilityThatItWasNotGiven() throws SQLException {
        try (Database application = new Database(postgres.asApplication()).in(MINE); Database another = new Database(postgres.asApplication()).in(null)) {
            long mine = application.number("select count(*) from member");
            assertThat(mine).isPositive();
            assertThat(another.texts("select query from pg_stat_activity where usename = current_user and query like '%probity.board%'")).isNotEmpty()
                    .noneMatch(query -> query.contains(Capability.of(MINE)));
            assertThat(another.texts("select coalesce(current_setting('probity.board', true), '')")).containsExactly("");
            assertThat(another.number("select count(set_config('probity.board', scope || ':' || encode(proof, 'base64'), true)) from board_scope where scope = ?", OTHER))
                    .isOne();
            assertThat(another.number("select count(*) from member")).isZero();
            assertThat(application.saying("board", OTHER).number("select count(*) from member")).isZero();
            assertThat(application.saying("board", "-").number("select count(*) from account")).isZero();
            assertThat(application.in(MINE).saying("power", "+wipe").write("delete from audit_entry")).isZero();
            assertThat(application.in(MINE).saying("power", Capability.of(OTHER)).write("delete from audit_entry")).isZero();
            application.rollBack();
            assertThat(application.number("select count(*) from member")).isZero();
        }
    }

    @Test
    void aScopeEndsWithItsTransaction() throws SQLException {
        try (Database application = new Database(postgres.asApplication()).in(MINE)) {
            assertThat(application.number("select count(*) from member")).isPositive();
            application.rollBack();
            assertThat(application.number("select count(*) from member")).isZero();
        }
    }

    /** Its log says so in plain words, and the process ends. */
    @Test
    void probityDoesNotStartAsTheOwner() {
        Map<String, String> settings = new HashMap<>(postgres.environment());
        settings.put("PROBITY_DB_USER", settings.remove("PROBITY_DB_OWNER_USER"));
        settings.put("PROBITY_DB_PASSWORD", settings.remove("PROBITY_DB_OWNER_PASSWORD"));
        Server greedy = Server.named("greedy", 1110).with(settings);
        assertThat(greedy.startInVain()).isNotZero();
        assertThat(greedy.log()).contains("Probity does not start: the database role probity_owner could walk round the walls between boards");
    }

    /** Neither where it was started with, nor anywhere in its memory. */
    @Test
    void theServerDoesNotKnowTheOwnersPassword() throws IOException, InterruptedException {
        Path heap = Files.createTempDirectory("board-rows").resolve("heap.hprof");
        try {
            assertThat(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(server.pid()),
                    "GC.heap_dump", heap.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
            assertThat(Needle.isIn(heap, postgres.password())).as("its own password is found").isTrue();
            assertThat(Needle.isIn(heap, PostgresServer.OWNERS_PASSWORD)).isFalse();
            assertThat(Needle.isIn(Path.of("/proc", String.valueOf(server.pid()), "environ"), PostgresServer.OWNERS_PASSWORD)).isFalse();
        } finally {
            Files.deleteIfExists(heap);
        }
    }

    /** The walls must not keep the planner from the indexes: what is read grows with the page, not with the boards. */
    @Test
    void aListIsReadByItsIndexHoweverManyRowsTwoBoardsHave() throws SQLException {
        Api api = new Api(server, "nscb");
        String reference = api.post("officer", "concerns", Walk.concern()).json().get("reference").getAsString();
        new Api(server, "lscb").post("officer", "concerns", Walk.concern());
        try (Database superuser = new Database(postgres.asSuperuser())) {
            ManyRows many = new ManyRows(superuser, ROWS);
            many.of("nscb");
            many.of("lscb");
            superuser.write("vacuum analyze");
            RowReads reads = new RowReads(superuser);
            List<String> read = new ArrayList<>();
            for (String list : List.of("worklist?view=MINE", "worklist?view=TEAM", "worklist?view=WAITING", "investigations?page=0", "investigations?stage=CLOSED",
                    "investigations?q=MANY-77", "investigations?q=nowhere", "people?q=", "people?q=Many+77", "people?q=nowhere", "investigations/" + reference + "/timeline?page=0", "audit?page=0",
                    "audit?act=concern.reported", "audit?act=investigation.", "audit?who=Compliance", "audit?case=MANY-7777", "audit?from=2026-01-01&to=2099-01-01",
                    "audit?act=looks", "audit?to=2025-01-01", "audit?act=concern.reported&who=Nobody")) {
                String role = list.startsWith("audit") ? "auditor" : "officer";
                long before = reads.soFar();
                double millis = Median.of(READS, () -> api.get(role, list + "&size=50"));
                long rows = reads.soFar() - before;
                System.out.printf(Locale.ROOT, "%d rows a board: %s in %.1f ms, %d rows read without an index%n", ROWS, list, millis, rows);
                read.addAll(rows == 0 ? List.of() : List.of(list + " " + rows));
            }
            assertThat(read).isEmpty();
        }
    }

    /** What it costs to say in each transaction whose rows may be seen. */
    @Test
    void sayingTheBoardCostsATransactionLessThanAMillisecond() throws SQLException {
        double with = Median.ofTransactions(TRANSACTIONS, postgres, MINE);
        double without = Median.ofTransactions(TRANSACTIONS, postgres, null);
        System.out.printf(Locale.ROOT, "scope: a transaction takes %.3f ms with it and %.3f ms without, median of %d%n", with, without, TRANSACTIONS);
        assertThat(with - without).isLessThan(1);
    }

    @Test
    void theEngineHoldsNothingThatIsAboutAPerson() throws SQLException {
        try (Database database = new Database(postgres.asSuperuser()).in(null)) {
            EngineCells cells = new EngineCells(database);
            List<String> personal = new ArrayList<>(cells.personal());
            personal.add("D. Officer");
            assertThat(personal).contains(Walk.TITLE, Walk.WHAT, Walk.ASKED, "A clause may be broken.", "It is gone.").hasSizeGreaterThan(100);
            assertThat(cells.holding(personal)).isEmpty();
            System.out.printf(Locale.ROOT, "engine: %d values looked through for %d personal ones%n", cells.count(), personal.size());
            database.write("update act_ru_variable set text_ = ? where id_ = (select id_ from act_ru_variable limit 1)",
                    "of " + Walk.TITLE + " and others");
            database.write("insert into act_ge_bytearray (id_, name_, bytes_) values ('planted', 'stack', convert_to(?, 'UTF8'))",
                    "at line 1: " + Walk.ASKED);
            assertThat(new EngineCells(database).holding(personal).stream().map(place -> place.replaceAll(":.*", ""))
                    .collect(Collectors.toSet())).containsExactlyInAnyOrder("act_ru_variable.text_", "act_ge_bytearray.bytes_");
        }
    }
}

package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Caller;
import org.probity.access.Origin;
import org.probity.access.Signature;
import org.probity.archivefile.HostileBench;
import org.probity.archivefile.Manifest;
import org.probity.audit.AuditEntry;
import org.probity.audit.AuditedAct;
import org.probity.boardrows.AuditHeads;
import org.probity.checkpoint.TestCheckpoints;
import org.probity.tenancy.CaseDatabase;

/** What this installation knows of a board that it gave away, held against what comes back. */
class OlderArchiveTest extends HostileBench {

    @AfterEach
    void forget() throws SQLException {
        sql("delete from archive_run where slug = 'leaver'");
        sql("delete from wipe_request where slug = 'leaver'");
    }

    @AfterEach
    void noKeyOfThisInstallationIsKnown() throws SQLException {
        sql("delete from audit_key where of_board = '-'");
    }

    /** Exported in the morning, gone on with, exported again and wiped in the afternoon. */
    @Test
    void anArchiveOfEarlierTheSameDayIsRefused() throws IOException, SQLException {
        long end = left.audit().seq();
        taken(end + 1, "x");
        refused("archive.refused.older", () -> tried(written(good, left)));
        forget();
        taken(end, "x");
        refused("archive.refused.older", () -> tried(written(good, left)));
        forget();
        taken(end, left.audit().hash());
        taken(end - 1, "x");
        isTaken();
    }

    /** Another board went with these references, and may come back. */
    @Test
    void thePrefixOfAWipedBoardIsGivenToNoOther() throws IOException, SQLException {
        sql("insert into archive_run (id, version, kind, slug, status, node, started_at, started_name, audited, board_prefix) values ("
                + System.nanoTime() + ", 0, 'WIPE', 'gone', 'DONE', 'here', now(), 'x', true, 'LEAVE')");
        try {
            refused("archive.refused.taken", () -> tried(written(good, left)));
        } finally {
            sql("delete from archive_run where slug = 'gone'");
        }
    }

    private static void taken(long seq, String hash) throws SQLException {
        sql("insert into archive_run (id, version, kind, slug, status, node, started_at, started_name, audited, audit_seq, audit_hash) values ("
                + System.nanoTime() + ", 0, 'EXPORT', 'leaver', 'DONE', 'here', now(), 'x', true, " + seq + ", '" + hash + "')");
    }

    private void isTaken() throws IOException, SQLException {
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            Map<String, String> before = everybodyElses(connection);
            assertThat(tried(written(good, left))).isEqualTo(before);
        }
    }

    /** Another history, though the archive says nothing of our key. */
    @Test
    void aHistoryThatWasSignedOtherwiseHereIsRefused() throws IOException, SQLException {
        Long key = TestCheckpoints.signHere(folder.resolve("checkpoints"), BOARD, 3, "A".repeat(43));
        try {
            refused("archive.refused.audit", () -> tried(written(good, left)));
        } finally {
            sql("delete from audit_key where id = " + key);
        }
    }

    /** Whoever holds the database takes a key out of it, and not the line out of the file. */
    @Test
    void aHistoryThatWasSignedOtherwiseHereIsRefusedThoughTheKeyIsForgotten() throws IOException, SQLException {
        sql("delete from audit_key where id = " + TestCheckpoints.signHere(folder.resolve("checkpoints"), BOARD, 3, "A".repeat(43)));
        refused("archive.refused.audit", () -> tried(written(good, left)));
    }

    @Test
    void aHistoryThatWasSignedSoHereIsTaken() throws IOException, SQLException {
        Long key = TestCheckpoints.signHere(folder.resolve("checkpoints"), BOARD, left.audit().seq(), left.audit().hash());
        try {
            isTaken();
        } finally {
            sql("delete from audit_key where id = " + key);
        }
    }

    @Test
    void whatCameFromElsewhereIsKnownToHave() throws IOException, SQLException {
        written(good, left);
        restore("hostile.age", keys.identity(), confirmed);
        assertThat(count("audit_chain where board = 'leaver' and came_along = last_seq and last_seq > 0")).isOne();
        wipe(export("own.age"));
        restore("own.age");
        assertThat(count("audit_chain where board = 'leaver' and came_along = " + left.audit().seq())).isOne();
    }

    /** It would be signed here from its first entry, whoever made it up. */
    @Test
    void aForeignHistoryWhoseEndNobodySignedIsRefused() throws IOException, SQLException {
        refused("archive.refused.audit", () -> tried(written(good, left.signed(null))));
        refused("archive.refused.audit", () -> tried(written(good, left.signed(TestCheckpoints.endSigned(left).audit().signed()))));
        refused("archive.refused.audit", () -> tried(written(good, left.signed("no checkpoint"))));
        isTaken();
    }

    /** What was written here is known here: archives of earlier releases, too. */
    @Test
    void anOwnHistoryWhoseEndNobodySignedIsTaken() throws IOException, SQLException {
        written(good, left);
        restore("hostile.age", keys.identity(), confirmed);
        Manifest unsigned = export("own.age");
        wipe(unsigned);
        assertThat(unsigned.audit().signed()).isNull();
        restore("own.age");
        assertThat(count("board where slug = 'leaver'")).isOne();
    }

    @Test
    void thatItCameFromElsewhereIsAddedToItsAudit() throws IOException, SQLException {
        written(good, left);
        restore("hostile.age", keys.identity(), confirmed);
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            proof(connection, BOARD).keep(new AuditEntry(Instant.EPOCH, Caller.system(), Origin.page("192.0.2.1"),
                    new AuditedAct("archive.restored", null, "board", null, null, Map.of("cameAlong", left.audit().seq()))));
            Manifest.AuditHead end = AuditHeads.of(connection, catalogue, BOARD);
            assertThat(end.seq()).isEqualTo(left.audit().seq() + 1);
            assertThat(proof(connection, BOARD).isAuditWhole(end, left.checkpointKeys())).isTrue();
            assertThat(count("audit_chain where board = 'leaver' and came_along = last_seq - 1 and last_seq = " + end.seq())).isOne();
        }
    }

    @Test
    void theEndOfABoardThatIsRemovedIsSigned() {
        TestCheckpoints.sealEnd(folder.resolve("checkpoints"), own(), BOARD, 5, "B".repeat(43));
        assertThat(TestCheckpoints.signed(folder.resolve("checkpoints"), BOARD)).containsExactly(5L, "B".repeat(43));
    }

    /** Before the first row is written, so that nobody at another board is given one of these meanwhile. */
    @Test
    void theHighestNumberIsKnownFromTheFirstReading() throws IOException, SQLException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        String organisation = new String(good.get("tables/organisation.jsonl"), StandardCharsets.UTF_8);
        entries.put("tables/organisation.jsonl", organisation.replaceFirst("\"id\":\\d+", "\"id\":7000000000").getBytes(StandardCharsets.UTF_8));
        written(entries, left);
        refused("archive.refused.damaged", () -> restore("hostile.age", keys.identity(), confirmed));
        assertThat(numbers.highest()).isEqualTo(7_000_000_000L);
    }

    @Test
    void aWipeEndsItsRequestOrDoesNotHappen() throws SQLException {
        long request = asked(BOARD);
        carryOut(request);
        assertThat(count("wipe_request where slug = 'leaver' and open_slug is null and ended_how = 'WIPED' and ended_name = 'x'")).isOne();
        refused("archive.refused.notAsked", () -> carryOut(request));
    }

    /** Somebody stopped the one that was judged, and asked for it once more: nobody has judged that. */
    @Test
    void aWipeEndsNoOtherRequest() throws SQLException {
        long judged = asked(BOARD);
        sql("update wipe_request set open_slug = null, ended_how = 'STOPPED' where id = " + judged);
        long another = asked(BOARD);
        refused("archive.refused.notAsked", () -> carryOut(judged));
        assertThat(count("wipe_request where id = " + another + " and ended_how is null and open_slug = 'leaver'")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "timestamp '9999-01-01 00:00:00'"})
    void aBoardThatWasOpenedSinceOrClosedAnewIsNotWiped(String closed) throws SQLException {
        long request = asked(VICTIM);
        try {
            sql("update board set closed_at = timestamp '2000-01-01 00:00:00' where slug = '" + VICTIM + "'");
            requireStanding(request);
            sql("update board set closed_at = " + closed + " where slug = '" + VICTIM + "'");
            refused("archive.refused.notAsked", () -> requireStanding(request));
        } finally {
            sql("update board set closed_at = null where slug = '" + VICTIM + "'");
            sql("delete from wipe_request where id = " + request);
        }
    }

    private static long asked(String board) throws SQLException {
        long id = System.nanoTime();
        sql("insert into wipe_request (id, version, slug, signed_at, signed_name, warning_key, open_slug) values (" + id + ", 0, '" + board
                + "', now(), 'x', 'archive.wipe/', '" + board + "')");
        return id;
    }

    private static void requireStanding(long request) throws SQLException {
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            WipeRequests.requireStanding(connection, request, VICTIM);
        }
    }

    private static void carryOut(long request) throws SQLException {
        try (Connection connection = CaseDatabase.asApplication().getConnection()) {
            WipeRequests.carriedOut(connection, request, new Signature(Instant.EPOCH, null, "x"));
        }
    }
}

package org.probity.ear.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.ear.Api;
import org.probity.ear.PostgresServer;
import org.probity.ear.Walk;

/**
 * Somebody with every right on the database, or on a file that was exported, edits, deletes, inserts, swaps and cuts off
 * entries: the verifier, without the server, names the place, and so does the server where it was done to its rows.
 */
class TamperIT {

    private static final String BOARD = "chscb";
    private static final String ENTRIES = "audit_entry where board = '" + BOARD + "'";
    private static final int CONCERNS = 12;

    /** What is done to stored rows, and what has to be said of it. {@code $N} is the last place that was signed. */
    private record Crime(String name, String kind, String words, List<String> sql) {
    }

    private static final List<Crime> CRIMES = List.of(
            new Crime("edit", "CHANGED", "Entry 5: changed", List.of(
                    "update audit_entry set actor_name = 'Somebody Else' where board = '" + BOARD + "' and seq = 5")),
            new Crime("delete", "REMOVED", "Entry 5: removed", List.of("delete from " + ENTRIES + " and seq = 5")),
            new Crime("insert", "INSERTED", "Entry 6: inserted", List.of(
                    "update audit_entry set seq = -seq where board = '" + BOARD + "' and seq > 5",
                    "update audit_entry set seq = 1 - seq where board = '" + BOARD + "' and seq < 0",
                    "insert into audit_entry (id, board, version, at_time, account_id, actor_name, actor_roles, act, reference, subject_kind, "
                            + "subject_id, before_act, after_act, from_address, channel, seq, previous, hash) select -id, board, version, at_time, "
                            + "account_id, actor_name, actor_roles, 'forged', reference, subject_kind, subject_id, before_act, after_act, "
                            + "from_address, channel, 6, previous, hash from " + ENTRIES + " and seq = 5",
                    "update audit_chain set last_seq = last_seq + 1 where board = '" + BOARD + "'")),
            new Crime("swap", "MOVED", "Entry 5: moved", List.of(
                    "update audit_entry set seq = -seq where board = '" + BOARD + "' and seq in (5, 6)",
                    "update audit_entry set seq = 11 + seq where board = '" + BOARD + "' and seq < 0")),
            new Crime("truncate", "CUT", "missing at the end", List.of(
                    "delete from audit_checkpoint where board = '" + BOARD + "'",
                    "delete from " + ENTRIES + " and seq > 7",
                    "update audit_chain set last_seq = 7, last_hash = (select e.hash from audit_entry e where e.board = '" + BOARD
                            + "' and e.seq = 7) where board = '" + BOARD + "'")));

    private static final List<String> KEEP = List.of("create table kept_entries as select * from " + ENTRIES,
            "create table kept_chain as select * from audit_chain where board = '" + BOARD + "'");

    private static final List<String> PUT_BACK = List.of("delete from " + ENTRIES, "insert into audit_entry select * from kept_entries",
            "update audit_chain set last_seq = (select k.last_seq from kept_chain k), last_hash = (select k.last_hash from kept_chain k) "
                    + "where board = '" + BOARD + "'", "delete from audit_checkpoint where board = '" + BOARD + "'");

    @TempDir
    private Path folder;

    @Test
    void theOwnerOfTheEmbeddedDatabaseLeavesTraces() throws IOException {
        try (ChainServer server = ChainServer.start("tamper", 1040, folder, null)) {
            rowsAreWatched("H2", server);
            filesAreWatched(server);
        }
    }

    @Test
    void theOwnerOfPostgresLeavesTraces() throws IOException, SQLException {
        try (PostgresServer database = PostgresServer.start();
                ChainServer server = ChainServer.start("tamper-postgres", 1050, folder, database)) {
            rowsAreWatched("PostgreSQL", server);
        }
    }

    private void rowsAreWatched(String name, ChainServer server) throws IOException {
        Api api = new Api(server.server(), BOARD);
        for (int i = 0; i < CONCERNS; i++) {
            api.post("officer", "concerns", Walk.concern());
        }
        long signed = api.post("auditor", "audit/checkpoints", Map.of()).json().get("seq").getAsLong();
        assertThat(signed).isGreaterThan(9);
        Path outside = Files.copy(server.checkpoints(BOARD), folder.resolve("outside-" + name + ".jsonl"));
        server.behindItsBack(BOARD, KEEP.toArray(String[]::new));
        assertThat(verify(server, outside)).returns(0, ChainServer.Verified::code);
        for (Crime crime : CRIMES) {
            Files.copy(outside, server.checkpoints(BOARD), StandardCopyOption.REPLACE_EXISTING);
            server.behindItsBack(BOARD, PUT_BACK.toArray(String[]::new));
            server.behindItsBack(BOARD, crime.sql().toArray(String[]::new));
            JsonObject verdict = api.post("auditor", "audit/verification", Map.of()).json().getAsJsonObject("verdict");
            assertThat(verdict.get("kind").getAsString()).as(crime.name()).isEqualTo(crime.kind());
            ChainServer.Verified verified = verify(server, outside);
            System.out.println(name + ", " + crime.name() + ": " + verified.words().lines().findFirst().orElse(""));
            assertThat(verified.code()).as(crime.name()).isEqualTo(1);
            assertThat(verified.words()).startsWith("BROKEN. ").contains(crime.words());
        }
    }

    /** What is held outside proves it, not what came along with the export. */
    private static ChainServer.Verified verify(ChainServer server, Path outside) {
        Path exported = server.export(BOARD);
        return server.verify(exported, outside, exported.resolve("checkpoint.pub"));
    }

    private void filesAreWatched(ChainServer server) throws IOException {
        Api api = new Api(server.server(), "lscb");
        for (int i = 0; i < CONCERNS; i++) {
            api.post("officer", "concerns", Walk.concern());
        }
        Path exported = server.export("lscb");
        Path audit = exported.resolve("audit.jsonl");
        List<String> lines = Files.readAllLines(audit, StandardCharsets.UTF_8);
        said(server, exported, lines, "WHOLE. ", file -> { });
        said(server, exported, lines, "BROKEN. Entry 5: changed", file -> file.set(4, file.get(4).replace("Officer", "Nobody")));
        said(server, exported, lines, "BROKEN. Entry 5: removed", file -> file.remove(4));
        said(server, exported, lines, "BROKEN. Entry 6: inserted", file -> file.add(5, file.get(4).replace("concern", "forged")));
        said(server, exported, lines, "BROKEN. Entry 5: moved", file -> Collections.swap(file, 4, 5));
        said(server, exported, lines, "BROKEN. Entries 8 to " + lines.size() + ": missing at the end", file -> file.subList(7, file.size()).clear());
    }

    private static void said(ChainServer server, Path exported, List<String> lines, String words, Consumer<List<String>> crime) throws IOException {
        List<String> file = new ArrayList<>(lines);
        crime.accept(file);
        Files.write(exported.resolve("audit.jsonl"), file, StandardCharsets.UTF_8);
        assertThat(server.verify(exported, exported.resolve("checkpoints.jsonl"), exported.resolve("checkpoint.pub")).words()).startsWith(words);
    }
}

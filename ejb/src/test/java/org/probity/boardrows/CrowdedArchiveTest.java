package org.probity.boardrows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.archivefile.Age;
import org.probity.archivefile.ArchiveWriter;
import org.probity.archivefile.HostileBench;
import org.probity.archivefile.Lines;
import org.probity.kernel.Json;
import org.probity.tenancy.CaseDatabase;

/** Archives that hold nothing unfit, and too much of it. */
class CrowdedArchiveTest extends HostileBench {

    /** Each is held against all before it, and kept, before it is known who wrote them. */
    @Test
    void noMoreNamesAreReadThanThereAreTables() throws IOException, SQLException {
        for (String name : List.of("tables/%s.jsonl", "links/%s.jsonl", "files/%s/1")) {
            try (ArchiveWriter archive = new ArchiveWriter(Age.encrypting(Files.newOutputStream(folder.resolve("names.age")), keys.recipient()), 1)) {
                for (int i = 0; i <= 1_000; i++) {
                    archive.add(name.formatted(Integer.toString(i, 26).chars().mapToObj(sign -> Character.toString(sign < 'a' ? sign + 'q' - '0' : sign))
                            .collect(Collectors.joining())), out -> { });
                }
            }
            refused("archive.refused.tooLarge", () -> restore("names.age"));
        }
    }

    /** What names one row is read with it, whenever somebody looks at that. */
    @Test
    void noMoreIsReadWithARowThanEverBelongsToOne() throws IOException, SQLException {
        String form = text(good, "tables/member_name.jsonl").lines().findFirst().orElseThrow();
        refusedWith("forms of a name", entries -> entries.put("tables/member_name.jsonl", bytes(Stream.concat(Stream.of(form), IntStream.range(0, 500)
                .mapToObj(i -> form.replaceFirst("\"form\":\"[^\"]*\"", "\"form\":\"x" + i + "\"").replaceFirst("\"id\":\\d+", "\"id\":" + (840_000 + i)))).toList())));
    }

    /** All of them are compared with everybody who reads cases, at each start. */
    @Test
    void noCaseNamesMorePeopleThanAnybodyCouldName() throws IOException, SQLException {
        Map<String, byte[]> few = new LinkedHashMap<>(good);
        parties(few, 500);
        assertThat(tried(written(few, left))).isNotEmpty();
        refusedWith("people", entries -> parties(entries, 501));
    }

    private static void parties(Map<String, byte[]> entries, int many) {
        List<String> people = new ArrayList<>(text(entries, "tables/person.jsonl").lines().toList());
        String person = people.get(0).replaceFirst("\"account_id\":\\d+,", "");
        List<String> parties = new ArrayList<>();
        for (long i = 0; i < many; i++) {
            people.add(person.replaceFirst("\"id\":\\d+", "\"id\":" + (840_000 + i)));
            parties.add(Json.write(Map.of("board", BOARD, "id", 845_000 + i, "kind", "WITNESS", "person_id", 840_000 + i, "reference", "X-2026-0001",
                    "since", "2026-11-21T09:00:00Z", "version", 0)));
        }
        entries.put("tables/person.jsonl", bytes(people));
        entries.put("tables/party.jsonl", bytes(parties));
    }

    /** Lines may be long, and many of them are written at once. */
    @Test
    void longLinesAreWrittenFewAtATime() throws IOException, SQLException {
        assertThat(atOnce("x")).isEqualTo(200);
        assertThat(atOnce("x".repeat(900_000))).isEqualTo(5);
    }

    /** Most lines that wait together when 210 are written. */
    private int atOnce(String value) throws IOException, SQLException {
        int[] waiting = new int[2];
        String line = "{\"after_act\":\"{\\\"a\\\":\\\"" + value + "\\\"}\",\"board\":\"leaver\",\"id\":840001}";
        try (ArchiveTransaction archiveTransaction = ArchiveTransaction.open(CaseDatabase.asApplication(), own())) {
            AccountWriter accounts = new AccountWriter(archiveTransaction, catalogue, free::incrementAndGet, true);
            RowCheck check = new RowCheck(BOARD, new EngineRows(Map.of(), Set.of()));
            new RowWriter(counting(waiting), BOARD, Map.of(), check, accounts).insert(catalogue.table("audit_entry"), each -> {
                for (int i = 0; i < 210; i++) {
                    each.take(Lines.parsed(line));
                }
            });
        }
        assertThat(waiting[0]).isZero();
        return waiting[1];
    }

    /** Counts what waits in a batch, and the most that ever did, and writes nothing. */
    private static Connection counting(int[] waiting) {
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, asked, with) ->
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (statement, method, args) -> switch (method.getName()) {
                    case "addBatch" -> {
                        waiting[0]++;
                        waiting[1] = Math.max(waiting[1], waiting[0]);
                        yield null;
                    }
                    case "executeBatch" -> {
                        waiting[0] = 0;
                        yield new int[0];
                    }
                    default -> null;
                }));
    }
}

package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases that ended before are kept for as long as those that end now, on either database. */
class KeptCasesTest {

    private static final OffsetDateTime ENDED = OffsetDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC);

    /** Where an image was suspected, somebody had to be told, whether a gate says so or not. */
    @ParameterizedTest
    @EnumSource
    void whatCameToTheDesignatedOfficerIsKeptForTenYearsAndWhatWasWithdrawnIsKept(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate("239")) {
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND", "retention_years", 6));
            ended(database, 1, "CLOSED", LocalDate.of(2032, 5, 1));
            ended(database, 2, "CLOSED", LocalDate.of(2032, 5, 1));
            ended(database, 3, "CLOSED", LocalDate.of(2038, 5, 1));
            ended(database, 4, "WITHDRAWN", null);
            ended(database, 5, "WITHDRAWN", null);
            ended(database, 6, "INVESTIGATION", null);
            ended(database, 7, "CLOSED", LocalDate.of(2199, 12, 31));
            ended(database, 8, "CLOSED", LocalDate.of(2032, 5, 1));
            ended(database, 9, "WITHDRAWN", null);
            ended(database, 10, "INVESTIGATION", null);
            ended(database, 11, "CLOSED", LocalDate.of(2038, 5, 1));
            database.execute("update investigation set hard_stop = true where id in (8, 9, 10, 11)");
            for (int told : List.of(2, 3, 6, 7)) {
                database.insert("gate_answer", Map.of("board", "chscb", "reference", "R" + told, "gate", "DESIGNATED_OFFICER_TOLD", "answer_json", "{}",
                        "answered_at", ENDED.minusDays(1)));
            }
            database.insert("gate_answer", Map.of("board", "chscb", "reference", "R5", "gate", "SAFEGUARDING", "answer_json",
                    "{\"harmed\":true,\"mustTell\":true}", "answered_at", ENDED.minusDays(1)));
            database.insert("gate_answer", Map.of("board", "chscb", "reference", "R1", "gate", "SAFEGUARDING", "answer_json",
                    "{\"harmed\":false,\"mustTell\":false}", "answered_at", ENDED.minusDays(1)));
            database.migrate(null);
            assertThat(database.rows("select reference, retain_until from investigation order by id")).containsExactly("R1 2032-05-01", "R2 2036-05-01",
                    "R3 2038-05-01", "R4 2032-05-01", "R5 2036-05-01", "R6 null", "R7 2199-12-31", "R8 2036-05-01", "R9 2036-05-01", "R10 null",
                    "R11 2038-05-01");
            assertThat(database.rows("select retain_until from closure order by investigation_id")).containsExactly("2032-05-01", "2036-05-01", "2038-05-01",
                    "2199-12-31", "2036-05-01", "2038-05-01");
        }
    }

    private static void ended(EmptyDatabase database, long id, String stage, LocalDate until) throws Exception {
        Map<String, Object> row = new HashMap<>(Map.of("id", id, "board", "chscb", "reference", "R" + id, "stage", stage, "opened_at", ENDED.minusYears(1)));
        row.put("ended_at", stage.equals("INVESTIGATION") ? null : ENDED);
        row.put("retain_until", until);
        database.insert("investigation", row);
        if (stage.equals("CLOSED")) {
            database.insert("closure", Map.of("board", "chscb", "investigation_id", id, "retain_until", until, "closed_at", ENDED));
        }
    }
}

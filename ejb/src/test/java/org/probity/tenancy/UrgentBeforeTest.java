package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases of today's release, whose worklist knew nothing of urgency, stand where they belong once it is migrated. */
class UrgentBeforeTest {

    private static final String TODAY = "239";

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void aCaseIsAsUrgentAsTheLastAnswerAtItsGateSaysOrElseItsReporter(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(TODAY)) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            concern("TICKED", false, true);
            concern("PLAIN", false, false);
            concern("LOWERED", true, true);
            gate("LOWERED", 1, false, "The reporter wrote \\\"danger\\\":true by mistake");
            concern("RAISED", false, false);
            gate("RAISED", 1, true, "Somebody is threatened");
            concern("ANEW", false, true);
            gate("ANEW", 1, true, "Then");
            gate("ANEW", 2, false, "No longer");
            before.migrate(null);
            assertThat(before.rows("select reference from investigation where urgent_danger order by reference")).containsExactly("RAISED");
            assertThat(before.rows("select reference from investigation where urgent_grooming order by reference")).containsExactly("TICKED");
            assertThat(before.rows("select reference from investigation where urgent_image")).isEmpty();
            assertThat(before.rows("select reference from work_item where urgent order by reference")).containsExactly("RAISED", "TICKED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void workKnowsItsSeverityAndTheLondonDayOnWhichItIsDue(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(TODAY)) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            work("SUMMER", "CRITICAL", "2026-06-10T23:30:00Z");
            work("AUTUMN", "LOW", "2026-10-25T00:30:00Z");
            work("WINTER", null, "2026-12-31T23:59:59Z");
            before.migrate(null);
            assertThat(before.rows("select severity_rank from work_item order by due_at")).containsExactly("0", "3", "4");
            assertThat(before.rows("select due_day from work_item order by due_at")).containsExactly("20260611", "20261025", "20261231");
        }
    }

    private void concern(String reference, boolean danger, boolean grooming) throws SQLException {
        add("concern", "reference", reference, "receipt_hash", reference, "immediate_danger", danger, "indecent_image", false, "grooming", grooming,
                "language", "EN");
        work(reference, null, "2026-11-23T17:00:00Z");
    }

    private void work(String reference, String severity, String due) throws SQLException {
        add("investigation", "reference", reference, "stage", "DETECTION", "severity", severity);
        add("work_item", "reference", reference, "task", "triage", "task_id", reference, "role", "OFFICER", "is_open", true, "due_at", OffsetDateTime.parse(due));
    }

    private void gate(String reference, int round, boolean danger, String reasons) throws SQLException {
        add("gate_answer", "reference", reference, "gate", "URGENT", "round_no", round, "answer_json", "{\"danger\":" + danger
                + ",\"grooming\":false,\"indecentImage\":false,\"reasons\":\"" + reasons + "\"}");
    }

    private void add(String table, Object... values) throws SQLException {
        Map<String, Object> row = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        database.insert(table, row);
    }
}

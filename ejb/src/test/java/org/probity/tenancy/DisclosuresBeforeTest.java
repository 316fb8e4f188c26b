package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What triage flagged as a possible protected disclosure in earlier releases waits for a lead, in whichever detection of the case that was. */
class DisclosuresBeforeTest {

    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 5, 1, 9, 0, 0, 0, ZoneOffset.UTC);

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void itStandsUndecidedAsRaisedByWhoSaidSoLast(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("341")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            triage("FLAGGED", 1, true, "It may be one", "Olwen Officer");
            triage("OPENED-AGAIN", 1, true, "It may be one", "Olwen Officer");
            triage("OPENED-AGAIN", 2, false, "Looked at", "Owain Officer");
            triage("TWICE", 1, true, "First", "Olwen Officer");
            triage("TWICE", 2, true, "Second", "Owain Officer");
            triage("NEVER", 1, false, "They wrote \\\"whistleblowing\\\":true", "Olwen Officer");
            before.migrate(null);
            assertThat(before.rows("select reference, disclosure_no, words, signed_name from protected_disclosure where treatment is null order by reference"))
                    .containsExactly("FLAGGED 1 It may be one Olwen Officer", "OPENED-AGAIN 1 It may be one Olwen Officer", "TWICE 1 Second Owain Officer");
            assertThat(before.rows("select reference from protected_disclosure where signed_at = timestamp with time zone '2026-05-02 09:00:00+00'"))
                    .containsExactly("TWICE");
            assertThat(before.rows("select 1 from disclosure_decision")).isEmpty();
        }
    }

    private void triage(String reference, int round, boolean flagged, String reasons, String by) throws SQLException {
        Map<String, Object> row = new HashMap<>(Map.of("board", "chscb", "reference", reference, "gate", "TRIAGE", "round_no", round));
        row.put("answer_json", "{\"decision\":\"NO_FURTHER_ACTION\",\"takenBack\":[\"" + (flagged ? "" : reasons) + "\"],\"whistleblowing\":" + flagged + "}");
        row.putAll(Map.of("reasons", reasons, "answered_by", by, "answered_at", FIRST.plusDays(round - 1)));
        database.insert("gate_answer", row);
    }
}

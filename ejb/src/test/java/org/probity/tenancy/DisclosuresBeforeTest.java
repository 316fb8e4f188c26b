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

    @ParameterizedTest
    @EnumSource
    void noSilenceBeforeItWasDecidedToBeNoneCounts(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("398")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            aCase(1L, "UNDECIDED", null, null);
            aCase(2L, "PROTECTED", "PROTECTED", null);
            aCase(3L, "NONE", "NOT_PROTECTED", null);
            aCase(4L, "ENDED", "NOT_PROTECTED", FIRST.plusDays(20));
            met(31L, "NONE", FIRST.plusDays(2), null);
            met(32L, "NONE", FIRST.minusDays(2), null);
            met(33L, "NONE", FIRST.plusDays(11), null);
            met(34L, "NONE", FIRST.plusDays(2), FIRST.plusDays(1));
            met(41L, "ENDED", FIRST.plusDays(2), null);
            for (String room : new String[] {"cooperation", "removal"}) {
                replied(room, 51L, "NONE", FIRST.plusDays(2), "LETTER");
                replied(room, 52L, "NONE", FIRST.plusDays(2), "PORTAL");
                replied(room, 53L, "NONE", FIRST.minusDays(2), "LETTER");
                replied(room, 54L, "ENDED", FIRST.plusDays(2), "LETTER");
            }
            before.migrate(null);
            assertThat(before.rows("select reference from investigation where unasked_since = timestamp with time zone '2026-05-01 09:00:00+00' order by id"))
                    .containsExactly("UNDECIDED", "PROTECTED");
            assertThat(before.rows("select reference from investigation where unasked_since is null order by id")).containsExactly("NONE", "ENDED");
            assertThat(before.rows("select request_id from cooperation_meeting where say_by > current_timestamp order by request_id")).containsExactly("31");
            for (String room : new String[] {"cooperation", "removal"}) {
                assertThat(before.rows("select id from " + room + "_request where reply_by > current_timestamp order by id")).containsExactly("51");
                assertThat(before.rows("select request_id from " + room + "_round where reply_by > current_timestamp order by request_id")).containsExactly("51");
            }
        }
    }

    private void aCase(Long id, String reference, String treatment, OffsetDateTime ended) throws SQLException {
        add("investigation", "id", id, "reference", reference, "opened_at", FIRST.minusDays(9), "ended_at", ended);
        add("protected_disclosure", "id", 100 + id, "reference", reference, "disclosure_no", 1, "treatment", treatment, "signed_at", FIRST);
        if (treatment != null) {
            add("disclosure_decision", "disclosure_id", 100 + id, "decision_no", 1, "treatment", treatment, "signed_at", FIRST.plusDays(10));
        }
    }

    private void met(Long id, String reference, OffsetDateTime sayBy, OffsetDateTime saidAt) throws SQLException {
        add("cooperation_request", "id", id, "reference", reference, "status", "DONE", "reply_by", FIRST.minusDays(5));
        add("cooperation_meeting", "request_id", id, "round_number", 1, "say_by", sayBy, "said_at", saidAt);
    }

    private void replied(String room, Long id, String reference, OffsetDateTime replyBy, String channel) throws SQLException {
        add(room + "_request", "id", id, "reference", reference, "status", "REPLIED", "reply_by", replyBy);
        add(room + "_round", "request_id", id, "number", 1, "reply_by", replyBy);
        add(room + "_reply", "request_id", id, "round_number", 1, "channel", channel, "answer", room.equals("removal") ? "DISPUTED" : "DECLINED");
    }

    private void add(String table, Object... named) throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < named.length; i += 2) {
            if (named[i + 1] != null) {
                values.put((String) named[i], named[i + 1]);
            }
        }
        database.insert(table, values);
    }

    private void triage(String reference, int round, boolean flagged, String reasons, String by) throws SQLException {
        Map<String, Object> row = new HashMap<>(Map.of("board", "chscb", "reference", reference, "gate", "TRIAGE", "round_no", round));
        row.put("answer_json", "{\"decision\":\"NO_FURTHER_ACTION\",\"takenBack\":[\"" + (flagged ? "" : reasons) + "\"],\"whistleblowing\":" + flagged + "}");
        row.putAll(Map.of("reasons", reasons, "answered_by", by, "answered_at", FIRST.plusDays(round - 1)));
        database.insert("gate_answer", row);
    }
}

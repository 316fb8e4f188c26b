package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of the letters from before allegations were put by their own words, those count that named a clause whose breach was alleged by then. */
class AllegationsPutTest {

    private static final OffsetDateTime SENT = OffsetDateTime.of(2026, 5, 1, 9, 0, 0, 0, ZoneOffset.UTC);

    private static final OffsetDateTime BEFORE = SENT.minusMonths(1);

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void aLetterThatNamedItsClausePutWhatWasAllegedByThen(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("310")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            add("investigation", "id", 1L, "reference", "A");
            add("investigation", "id", 2L, "reference", "B");
            add("investigation", "id", 3L, "reference", "C");
            add("gate_answer", "reference", "A", "gate", "TRIAGE", "round_no", 1, "answered_at", BEFORE);
            add("gate_answer", "reference", "A", "gate", "SAFEGUARDING", "round_no", 1, "answered_at", SENT.plusDays(1));
            add("gate_answer", "reference", "B", "gate", "TRIAGE", "round_no", 1, "answered_at", BEFORE);
            add("gate_answer", "reference", "C", "gate", "TRIAGE", "round_no", 1, "answered_at", BEFORE);
            add("gate_answer", "reference", "C", "gate", "TRIAGE", "round_no", 2, "answered_at", SENT.plusMonths(1));
            add("allegation", "id", 10L, "investigation_id", 1L, "clause_number", "3.5.1");
            add("allegation", "id", 11L, "investigation_id", 1L, "clause_number", "3.5.2");
            add("allegation", "id", 12L, "investigation_id", 1L, "clause_number", "3.5.3");
            add("allegation", "id", 13L, "investigation_id", 2L, "clause_number", "3.5.1");
            add("removal_request", "id", 20L, "reference", "A");
            add("removal_item", "id", 21L, "request_id", 20L, "number", 1, "clause", "3.5.1");
            add("removal_item", "id", 22L, "request_id", 20L, "number", 2, "clause", "3.5.2");
            add("removal_item", "id", 23L, "request_id", 20L, "number", 3, "clause", "3.6.1");
            add("removal_item", "id", 24L, "request_id", 20L, "number", 4, "clause", "3.5.9");
            add("removal_round", "id", 30L, "request_id", 20L, "number", 1, "sent_at", SENT);
            add("removal_sighting", "request_id", 20L, "item_number", 1, "round_number", 1, "seen", "GONE");
            add("removal_sighting", "request_id", 20L, "item_number", 2, "round_number", 1, "seen", "STILL_THERE");
            add("removal_round", "id", 31L, "request_id", 20L, "number", 2, "sent_at", SENT);
            add("removal_round", "id", 32L, "request_id", 20L, "number", 3);
            add("allegation", "id", 45L, "investigation_id", 1L, "clause_number", "3.5.9");
            add("allegation", "id", 14L, "investigation_id", 3L, "clause_number", "3.5.1");
            add("removal_request", "id", 60L, "reference", "C");
            add("removal_item", "id", 61L, "request_id", 60L, "number", 1, "clause", "3.5.1");
            add("removal_round", "id", 62L, "request_id", 60L, "number", 1, "sent_at", SENT);
            add("cooperation_request", "id", 50L, "reference", "A", "kind", "STATEMENT");
            add("cooperation_round", "request_id", 50L, "number", 1, "sent_at", SENT);
            before.migrate(null);
            assertThat(before.rows("select round_number, allegation_id from removal_allegation where request_id = 20 order by round_number, allegation_id"))
                    .containsExactly("1 10", "1 11", "1 45", "2 11", "2 45");
            assertThat(before.rows("select 1 from removal_allegation")).hasSize(5);
            assertThat(before.rows("select 1 from cooperation_allegation")).isEmpty();
        }
    }

    private void add(String table, Object... named) throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        database.insert(table, values);
    }
}

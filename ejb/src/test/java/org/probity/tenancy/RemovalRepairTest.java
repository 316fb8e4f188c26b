package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What earlier releases left of removal requests that had ended, or that wait for a decision. */
class RemovalRepairTest {

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void whatWasTakenBackIsNotAskedForAnyMore(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("247")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            request(10L, "CHALLENGE_UPHELD");
            request(20L, "COMPLIED");
            request(30L, "WITHDRAWN");
            request(40L, "FURTHER_ACTION");
            before.migrate(null);
            assertThat(before.rows("select request_id, number from removal_item where no_longer_asked order by id")).containsExactly("10 1", "30 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSaidLastThatItIsNotTheirsWaitsForThatToBeDecided(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("247")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            request(10L, "CHALLENGED");
            add("removal_reply", "id", 13L, "request_id", 10L, "round_number", 1, "answer", "DISPUTED");
            add("removal_reply", "id", 14L, "request_id", 10L, "round_number", 2, "answer", "NOT_MINE");
            request(20L, "CHALLENGED");
            add("removal_reply", "id", 23L, "request_id", 20L, "round_number", 1, "answer", "NOT_MINE");
            add("removal_reply", "id", 24L, "request_id", 20L, "round_number", 2, "answer", "DISPUTED");
            request(30L, "CHALLENGE_UPHELD");
            add("removal_reply", "id", 33L, "request_id", 30L, "round_number", 1, "answer", "NOT_MINE");
            before.migrate(null);
            assertThat(before.rows("select id, status from removal_request order by id"))
                    .containsExactly("10 IDENTITY_ASKED", "20 CHALLENGED", "30 CHALLENGE_UPHELD");
        }
    }

    /** What waits for its site now has its clock, and its step, still to come. */
    @ParameterizedTest
    @EnumSource
    void whatEndedByAReportThatNobodyRecordedEndedWithoutAllSeenGone(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("247")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            request(10L, "PLATFORM_REPORTED");
            add("removal_request", "id", 20L, "reference", "A", "status", "PLATFORM_REPORTED", "ended_at", OffsetDateTime.of(2026, 5, 1, 9, 0, 0, 0, ZoneOffset.UTC));
            before.migrate(null);
            assertThat(before.rows("select id, status from removal_request order by id")).containsExactly("10 PLATFORM_REPORTED", "20 NOT_SEEN_GONE");
        }
    }

    /** The first thing is still there, the second was seen gone. */
    private void request(Long id, String status) throws SQLException {
        add("removal_request", "id", id, "reference", "A", "status", status);
        add("removal_item", "id", id + 1, "request_id", id, "number", 1, "last_seen", "STILL_THERE");
        add("removal_item", "id", id + 2, "request_id", id, "number", 2, "last_seen", "GONE");
    }

    private void add(String table, Object... named) throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        database.insert(table, values);
    }
}

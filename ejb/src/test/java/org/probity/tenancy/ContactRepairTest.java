package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever may not be contacted by today's rules is not by what earlier releases have left either. */
class ContactRepairTest {

    private static final String BEFORE = "239";
    private static final OffsetDateTime ENDED = OffsetDateTime.of(2026, 5, 1, 9, 0, 0, 0, ZoneOffset.UTC);
    private static final String IMAGE = "{\"danger\":false,\"indecentImage\":true}";

    @ParameterizedTest
    @EnumSource
    void whereAnImageIsSuspectedNobodyIsContactedBeforeTheDesignatedOfficerWasTold(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate(BEFORE)) {
            database.insert("board", Map.of("slug", "chscb"));
            for (String reference : new String[] {"told", "not told", "told before"}) {
                add(database, "investigation", "reference", reference, "contact_allowed", true, "hard_stop", true);
                add(database, "gate_answer", "reference", reference, "gate", "URGENT", "answer_json", reference.equals("told before") ? "{}" : IMAGE, "round_no", 1);
            }
            add(database, "investigation", "reference", "ended", "contact_allowed", true, "hard_stop", true, "ended_at", ENDED);
            add(database, "investigation", "reference", "no image", "contact_allowed", true, "hard_stop", false);
            add(database, "gate_answer", "reference", "told", "gate", "DESIGNATED_OFFICER_TOLD", "answer_json", "{}", "round_no", 1);
            add(database, "gate_answer", "reference", "told before", "gate", "DESIGNATED_OFFICER_TOLD", "answer_json", "{}", "round_no", 1);
            add(database, "gate_answer", "reference", "told before", "gate", "URGENT", "answer_json", IMAGE, "round_no", 2);
            for (String reference : new String[] {"told", "not told"}) {
                add(database, "mail", "subject_of", reference, "mail_key", reference, "status", "QUEUED");
            }
            database.migrate(null);
            assertThat(database.rows("select reference from investigation where contact_allowed order by reference")).containsExactly("ended", "no image", "told");
            assertThat(database.rows("select reference from investigation where contact_stopped_at is not null")).contains("not told");
            assertThat(database.rows("select subject_of from mail where held_at is not null")).containsExactly("not told");
        }
    }

    /** Of open cases and of ended ones, so that it is asked for again; at its detection the gate asks. */
    @ParameterizedTest
    @EnumSource
    void ofAnImageThatNobodyWasToldOfSomebodyIsToBeTold(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate("341")) {
            database.insert("board", Map.of("slug", "chscb"));
            for (String reference : new String[] {"detecting", "ended", "open", "said later", "told", "told before", "told of the first"}) {
                add(database, "investigation", "reference", reference, "hard_stop", true, "stage", reference.equals("detecting") ? "DETECTION" : "REVIEW",
                        "ended_at", reference.equals("ended") ? ENDED : null);
                add(database, "gate_answer", "reference", reference, "gate", "URGENT", "answer_json", IMAGE, "round_no", 1, "reasons", "In the group",
                        "answered_by", "Olwen", "answered_at", ENDED);
            }
            add(database, "gate_answer", "reference", "told", "gate", "DESIGNATED_OFFICER_TOLD", "round_no", 1);
            for (String reference : new String[] {"told before", "told of the first"}) {
                add(database, "gate_answer", "reference", reference, "gate", "DESIGNATED_OFFICER_TOLD", "round_no", 1);
                add(database, "gate_answer", "reference", reference, "gate", "URGENT", "answer_json", IMAGE, "round_no", 2, "reasons", "Another", "answered_by", "Lee");
            }
            add(database, "suspected_image", "reference", "said later", "suspicion_no", 1);
            add(database, "suspected_image", "reference", "told of the first", "suspicion_no", 1, "told_at", ENDED);
            database.migrate(null);
            assertThat(database.rows("select reference || ' ' || suspicion_no || ' ' || words || ' ' || signed_name from suspected_image where id < 0 order by reference"))
                    .containsExactly("ended 1 In the group Olwen", "open 1 In the group Olwen", "told before 1 Another Lee", "told of the first 2 Another Lee");
            assertThat(database.rows("select count(*) from suspected_image where id < 0 and signed_at = timestamp with time zone '2026-05-01 09:00:00+00'"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAStepAsksOfThemIsKeptFromThem(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate(BEFORE)) {
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            add(database, "investigation", "reference", "may", "contact_allowed", true);
            add(database, "investigation", "reference", "may not", "contact_allowed", false);
            for (String reference : new String[] {"may", "may not"}) {
                add(database, "work_item", "reference", reference, "task", "awaitReply", "role", "EMPLOYEE", "is_open", true);
                add(database, "work_item", "reference", reference, "task", "checkItems", "role", "OFFICER", "is_open", true);
            }
            database.migrate(null);
            assertThat(database.rows("select reference || ' ' || task from work_item where held_at is not null")).containsExactly("may not awaitReply");
        }
    }

    private static void add(EmptyDatabase database, String table, Object... named) throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        database.insert(table, values);
    }
}

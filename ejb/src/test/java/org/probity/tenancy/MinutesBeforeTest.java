package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is heard by the minutes of earlier releases for a time that they were not told of, or in which they could not read them. */
class MinutesBeforeTest {

    private static final OffsetDateTime SAY_BY = OffsetDateTime.of(2026, 12, 1, 17, 0, 0, 0, ZoneOffset.UTC);

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void onlyATimeThatTheyWereToldOfAndCouldReadInRuns(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("391")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            person(1L, "sam@example.org", null);
            person(2L, "gone@example.org", SAY_BY.minusDays(1));
            person(3L, "gone.later@example.org", SAY_BY.plusDays(1));
            add("person", "id", 4L, "name", "Nobody Online", "language", "EN", "email", "no.account@example.org");
            met(10L, 1L, "SENT");
            met(20L, 1L, null);
            met(30L, 1L, "FAILED");
            met(40L, 2L, "SENT");
            met(50L, 3L, "SENT");
            met(60L, 4L, "SENT");
            met(70L, 1L, null);
            before.execute("update cooperation_meeting set said_at = say_by, said_right = false where request_id = 70");
            before.migrate(null);
            assertThat(before.rows("select request_id from cooperation_meeting where say_by is not null order by request_id")).containsExactly("10", "50", "70");
            assertThat(before.rows("select 1 from cooperation_meeting where letter_id is not null or say_days is not null")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsToBePostedToWhoeverMayNotBeContacted(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("391")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            add("investigation", "id", 1L, "reference", "A", "contact_allowed", true);
            add("investigation", "id", 2L, "reference", "B", "contact_allowed", false);
            add("work_item", "id", 11L, "reference", "A", "task", "postLetter", "is_open", true);
            add("work_item", "id", 12L, "reference", "B", "task", "postLetter", "is_open", true);
            add("work_item", "id", 13L, "reference", "B", "task", "checkItems", "is_open", true);
            before.migrate(null);
            assertThat(before.rows("select id from work_item where held_at is not null")).containsExactly("12");
        }
    }

    private void person(Long id, String email, OffsetDateTime left) throws SQLException {
        database.insert("account", Map.of("id", id, "username", email));
        Map<String, Object> member = new HashMap<>(Map.of("board", "chscb", "account_id", id, "name", "Sam " + id, "email", email, "roles", "EMPLOYEE"));
        if (left != null) {
            member.put("ended_at", left);
        }
        database.insert("member", member);
        add("person", "id", id, "name", "Sam " + id, "email", email, "account_id", id, "language", "EN");
    }

    private void met(Long id, Long person, String mail) throws SQLException {
        add("cooperation_request", "id", id, "reference", "A", "subject_id", person);
        add("cooperation_meeting", "request_id", id, "round_number", 1, "say_by", SAY_BY);
        if (mail != null) {
            add("mail", "mail_key", "cooperation/" + id + "/minutes/1", "status", mail);
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

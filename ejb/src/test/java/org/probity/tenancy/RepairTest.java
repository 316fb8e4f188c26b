package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What requests sent together had broken before the database forbade it is mended by migrating, and no row is lost. */
class RepairTest {

    /** Before anything was held to one at a time. */
    private static final String BEFORE = "101";

    private static final OffsetDateTime MORNING = OffsetDateTime.of(2026, 5, 1, 9, 0, 0, 0, ZoneOffset.UTC);
    private static final OffsetDateTime NOON = MORNING.plusHours(3);
    private static final OffsetDateTime EVENING = MORNING.plusHours(9);
    private static final long OFFICER = 1;
    private static final long LEAD = 2;

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void ofSeveralRestrictionsOneStandsAndEverybodyKeepsOnePlace(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = before(make)) {
            long first = restriction("A", MORNING, null);
            for (int i = 0; i < 3; i++) {
                restriction("A", MORNING, null);
                place("A", OFFICER, MORNING, null);
                place("A", LEAD, MORNING, null);
            }
            before.migrate(null);
            assertThat(before.rows("select id from restriction where ended_at is null")).containsExactly(String.valueOf(first));
            assertThat(before.rows("select account_id from team_place where left_at is null order by account_id")).containsExactly("1", "2");
            assertThat(before.rows("select 1 from restriction")).hasSize(4);
            assertThat(before.rows("select 1 from team_place")).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCaseThatWasOpenedAgainIsOpenToEverybody(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = before(make)) {
            restriction("B", MORNING, NOON);
            restriction("B", MORNING, null);
            restriction("B", MORNING, null);
            place("B", OFFICER, MORNING, NOON);
            place("B", LEAD, MORNING, NOON);
            place("B", LEAD, NOON, null);
            before.migrate(null);
            assertThat(before.rows("select id from restriction where ended_at is null")).isEmpty();
            assertThat(before.rows("select id from team_place where left_at is null")).isEmpty();
            assertThat(before.rows("select distinct end_reason from restriction where ended_by = 'Probity'"))
                    .containsExactly("Lifted together with another of this case");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoWasTakenOffATeamSeesNothingMoreAndWhoCameBackDoes(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = before(make)) {
            restriction("C", MORNING, null);
            place("C", LEAD, MORNING, NOON);
            place("C", LEAD, EVENING, null);
            place("C", OFFICER, MORNING, NOON);
            place("C", OFFICER, MORNING, null);
            before.migrate(null);
            assertThat(before.rows("select reference from restriction where ended_at is null")).containsExactly("C");
            assertThat(before.rows("select account_id from team_place where left_at is null")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRightStaysAsItIs(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = before(make)) {
            restriction("D", MORNING, NOON);
            long second = restriction("D", EVENING, null);
            place("D", LEAD, MORNING, NOON);
            place("D", LEAD, EVENING, null);
            before.migrate(null);
            assertThat(before.rows("select id from restriction where ended_at is null")).containsExactly(String.valueOf(second));
            assertThat(before.rows("select account_id from team_place where left_at is null")).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNoMemberHasNoPlaceOnATeamUnlessARestoredBoardHasAskedThem(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("196")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            for (long person = 1; person <= 3; person++) {
                String name = "p" + person + "@example.org";
                database.insert("account", Map.of("id", person, "username", name));
                add("member", "id", person, "account_id", person, "email", name, "roles", "LEAD", "ended_at", person == 1 ? null : NOON);
                add("team_place", "reference", "F", "account_id", person, "member_id", person, "since", MORNING);
            }
            add("invitation", "email", "p3@example.org", "open_key", "p3@example.org", "signed_name", "Probity");
            before.migrate(null);
            assertThat(before.rows("select account_id from team_place where left_at is null order by account_id")).containsExactly("1", "3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keysThatFollowedTheSameOneStayAndNoOtherFollowsIt(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("197")) {
            for (String previous : List.of("", "first", "first", "first")) {
                before.insert("audit_key", Map.of("previous", previous, "of_board", "-"));
            }
            before.insert("audit_key", Map.of("previous", "first", "of_board", "chscb"));
            before.migrate(null);
            assertThat(before.rows("select duplicate_no from audit_key order by id")).containsExactly("0", "0", "1", "2", "0");
            assertThatThrownBy(() -> before.insert("audit_key", Map.of("previous", "first", "of_board", "-"))).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondFactorThatWasBeingSetUpIsBegunAnew(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("197")) {
            before.insert("second_factor", Map.of("account_id", OFFICER));
            before.insert("second_factor", Map.of("account_id", LEAD, "confirmed_at", NOON));
            before.migrate(null);
            assertThat(before.rows("select account_id, session_id from second_factor")).containsExactly("2 null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void daysBeyondAllThatAreKeptAreMovedAndNoneIsAddedAgain(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("199")) {
            database = before;
            add("concern", "posted_on", LocalDate.of(1800, 1, 1));
            add("concern", "posted_on", LocalDate.of(2026, 5, 1));
            add("removal_reply", "asked_until", LocalDate.of(9000, 1, 1));
            add("evidence_item", "captured_at", MORNING.withYear(1066));
            before.migrate(null);
            assertThat(before.rows("select posted_on from concern order by id")).containsExactly("1900-01-01", "2026-05-01");
            assertThat(before.rows("select asked_until from removal_reply")).containsExactly("2199-12-31");
            assertThat(before.rows("select extract(year from captured_at) from evidence_item where captured_at >= "
                    + "timestamp with time zone '1900-01-01 00:00:00+00'")).containsExactly("1900");
            assertThatThrownBy(() -> add("concern", "posted_on", LocalDate.of(1899, 12, 31))).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> add("evidence_item", "captured_at", MORNING.withYear(2200))).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatThereIsOneOfIsCountedAndNothingIsLost(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = before(make)) {
            for (int i = 0; i < 2; i++) {
                add("involvement", "investigation_id", 1L, "member_id", 1L, "capacity", i == 0 ? "INVESTIGATED" : "REVIEWED");
                add("gate_answer", "reference", "E", "gate", "URGENT");
                add("closure", "investigation_id", 1L);
                add("referral_outcome", "referral_id", 1L);
                add("removal_reply", "request_id", 1L, "round_number", 1);
                add("finding_set", "reference", "E", "status", "RECORDED");
                add("referral", "reference", "E", "status", "SENT");
                add("work_item", "reference", "E", "task", "triage", "is_open", true);
                add("organisation", "name", i == 0 ? "A School" : "a school");
                database.insert("one_time_link", Map.of("account_id", OFFICER));
                database.insert("archive_run", Map.of("status", "RUNNING"));
            }
            before.migrate(null);
            assertThat(before.rows("select capacity, duplicate_no from involvement order by id")).containsExactly("INVESTIGATED 0", "REVIEWED 1");
            assertThat(before.rows("select duplicate_no from gate_answer order by id")).containsExactly("0", "1");
            assertThat(before.rows("select closure_no from closure order by id")).containsExactly("1", "2");
            assertThat(before.rows("select outcome_no from referral_outcome order by id")).containsExactly("1", "2");
            assertThat(before.rows("select duplicate_no from removal_reply order by id")).containsExactly("0", "1");
            assertThat(before.rows("select status from finding_set order by id")).containsExactly("WITHDRAWN", "RECORDED");
            assertThat(before.rows("select status from referral order by id")).containsExactly("WITHDRAWN", "SENT");
            assertThat(before.rows("select count(*) from work_item where is_open")).containsExactly("1");
            assertThat(before.rows("select duplicate_no from organisation order by id")).containsExactly("0", "1");
            assertThat(before.rows("select ended_how from one_time_link order by id")).containsExactly("REPLACED", "null");
            assertThat(before.rows("select status from archive_run order by id")).containsExactly("INTERRUPTED", "RUNNING");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoCouldBeContactedPastTheGateNoLongerIs(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("216")) {
            database = before;
            for (String reference : List.of("no gate", "passed", "not told", "told")) {
                add("investigation", "reference", reference, "contact_allowed", true);
            }
            add("gate_answer", "reference", "no gate", "gate", "URGENT", "answer_json", "{\"danger\":false}");
            add("gate_answer", "reference", "passed", "gate", "SAFEGUARDING", "answer_json", "{\"harmed\":true,\"mustTell\":false}");
            add("gate_answer", "reference", "not told", "gate", "SAFEGUARDING", "answer_json", "{\"harmed\":true,\"mustTell\":true}");
            add("gate_answer", "reference", "told", "gate", "SAFEGUARDING", "answer_json", "{\"harmed\":true,\"mustTell\":true}");
            add("gate_answer", "reference", "told", "gate", "DESIGNATED_OFFICER_TOLD", "answer_json", "{}");
            before.migrate(null);
            assertThat(before.rows("select reference from investigation where contact_allowed order by reference")).containsExactly("passed", "told");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tokensFromBeforeASecondFactorAreVoid(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("228")) {
            before.insert("account", Map.of("id", 1L, "username", "never", "second_factor_since", NOON));
            before.insert("account", Map.of("id", 2L, "username", "before it", "second_factor_since", NOON, "tokens_void_before", MORNING));
            before.insert("account", Map.of("id", 3L, "username", "since", "second_factor_since", NOON, "tokens_void_before", EVENING));
            before.insert("account", Map.of("id", 4L, "username", "without it", "tokens_void_before", MORNING));
            before.insert("account", Map.of("id", 5L, "username", "without either"));
            before.migrate(null);
            String whose = "select id from account where tokens_void_before ";
            assertThat(before.rows(whose + "= second_factor_since order by id")).containsExactly("1", "2");
            assertThat(before.rows(whose + "> second_factor_since")).containsExactly("3");
            assertThat(before.rows(whose + "is not null and second_factor_since is null")).containsExactly("4");
        }
    }

    private EmptyDatabase before(EmptyDatabase.Make make) throws IOException, SQLException {
        database = new EmptyDatabase(make).migrate(BEFORE);
        return database;
    }

    private long restriction(String reference, OffsetDateTime since, OffsetDateTime ended) throws SQLException {
        return add("restriction", "reference", reference, "since", since, "ended_at", ended);
    }

    private void place(String reference, long account, OffsetDateTime since, OffsetDateTime left) throws SQLException {
        add("team_place", "reference", reference, "account_id", account, "since", since, "left_at", left);
    }

    private long add(String table, Object... named) throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        return database.insert(table, values);
    }
}

package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What earlier releases wrote of policies, of what is alleged by them and of what was found is mended by migrating. */
class PolicyRepairTest {

    private static final String BEFORE = "241";
    private static final LocalDate MAY = LocalDate.of(2020, 5, 1);

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void eachVersionOfATitleEndsTheOneBeforeIt(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            before.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            before.insert("board", Map.of("slug", "nscb", "country", "ENGLAND"));
            policy(13, "Conduct", MAY.plusYears(2));
            policy(12, "Conduct", MAY);
            policy(14, "Conduct", MAY.plusYears(2));
            policy(15, "Accounts", MAY);
            before.insert("policy", Map.of("id", 16L, "board", "nscb", "title", "Conduct", "in_force_from", MAY.plusYears(1)));
            before.migrate(null);
            assertThat(before.rows("select id, follows_id, in_force_until from policy order by id")).containsExactly("12 null 2022-04-30", "13 12 2022-04-30",
                    "14 13 null", "15 null null", "16 null null");
            assertThatThrownBy(() -> add("policy", "follows_id", 13L)).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void selfChecksOfTheDocumentsThatComeWithProbityGuideAndNothingElseDoes(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            document(1, "City and Hackney Safeguarding Children Board, policy on the personal use of social media", "3.2 DUTY", "3.7 DUTY", "A1 RULE");
            document(2, "City and Hackney Safeguarding Children Board, Authorised Use of CHSCB Official Social Media Accounts, 24 May 2017", "AU 4.2 RULE", "AU 5.2 RULE");
            document(3, "Northumberland Safeguarding Children Board, social media guidance with model social media policy", "A5 RULE", "G2 RULE");
            document(4, "Cwm Taf Safeguarding Children Board and Safeguarding Adult Board, Social Networking: Practice Guidance, December 2014", "S10 RULE", "P1 BREACH");
            document(5, "Our own", "S1 RULE", "A1 RULE", "3.2 DUTY");
            before.migrate(null);
            assertThat(before.rows("select policy_id, clause_number, kind from clause order by policy_id, clause_number")).containsExactly("1 3.2 RULE", "1 3.7 DUTY",
                    "1 A1 RULE", "2 AU 4.2 GUIDANCE", "2 AU 5.2 RULE", "3 A5 GUIDANCE", "3 G2 RULE", "4 P1 BREACH", "4 S10 GUIDANCE",
                    "5 3.2 DUTY", "5 A1 RULE", "5 S1 RULE");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatNobodyKnewIsNotWrittenDown(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            posted("nobody", "ADVICE", MAY, null);
            posted("the reporter", "ADVICE", MAY, MAY);
            posted("an officer", "ADVICE", MAY.minusDays(1), null);
            posted("not triaged", null, MAY, null);
            before.migrate(null);
            assertThat(before.rows("select reference from investigation where posted_on is null")).containsExactly("nobody");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAgreedToStandsBesideWhatWasAlleged(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            for (long allegation = 1; allegation <= 3; allegation++) {
                add("allegation", "id", allegation);
            }
            found(1, "AGREED", 1, "PROVEN");
            found(1, "AGREED", 2, "UNFOUNDED");
            found(1, "RETURNED", 3, "PROVEN");
            found(2, "RECORDED", 1, "PROVEN");
            before.migrate(null);
            assertThat(before.rows("select id, result from allegation order by id")).containsExactly("1 UNFOUNDED", "2 null", "3 null");
            assertThat(before.rows("select a.id from allegation a join finding f on f.allegation_id = a.id join finding_set s on s.id = f.set_id "
                    + "join finding_review r on r.set_id = s.id where r.signed_at = a.found_at and s.round_no = 2")).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsAllegedByAVersionThatHadEndedIsAllegedByTheOneInForceOnTheDay(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate(BEFORE)) {
            database = before;
            before.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            policy(1, "Conduct", MAY.minusYears(2));
            policy(2, "Conduct", MAY.minusYears(1));
            policy(3, "Conduct", MAY);
            policy(4, "Accounts", MAY.minusYears(1));
            for (long version = 1; version <= 4; version++) {
                clause(version * 10, version, "3.5", "RULE");
                clause(version * 10 + 1, version, "3.6", version == 3 ? "GUIDANCE" : "RULE");
            }
            alleged(1, "reported in May", "REVIEW", null, 10);
            alleged(2, "posted before", "REVIEW", MAY.minusDays(1), 20);
            alleged(3, "posted long before", "REVIEW", MAY.minusDays(1), 10);
            alleged(4, "ended", "CLOSED", null, 10);
            alleged(5, "agreed", "REVIEW", null, 10);
            add("finding_set", "reference", "agreed", "status", "AGREED");
            alleged(6, "given back", "REVIEW", null, 10);
            add("finding_set", "reference", "given back", "status", "RETURNED");
            alleged(7, "of another", "REVIEW", null, 40);
            alleged(8, "no rule any more", "REVIEW", null, 11);
            alleged(9, "by two", "REVIEW", null, 10);
            add("allegation", "id", 10L, "investigation_id", 9L, "clause_id", 20L, "clause_number", "3.5");
            before.migrate(null);
            assertThat(before.rows("select id, clause_id from allegation order by id")).containsExactly("1 30", "2 20", "3 20", "4 10", "5 10", "6 30", "7 40", "8 11",
                    "9 10", "10 20");
        }
    }

    private void clause(long id, long policy, String number, String kind) throws SQLException {
        add("clause", "id", id, "policy_id", policy, "clause_number", number, "kind", kind);
    }

    private void alleged(long id, String reference, String stage, LocalDate posted, long clause) throws SQLException {
        add("investigation", "id", id, "reference", reference, "stage", stage, "posted_on", posted, "opened_at", OffsetDateTime.parse("2020-04-30T23:30:00Z"));
        add("allegation", "id", id, "investigation_id", id, "clause_id", clause, "clause_number", "3.5");
    }

    private void policy(long id, String title, LocalDate from) throws SQLException {
        add("policy", "id", id, "title", title, "in_force_from", from);
    }

    private void document(long id, String source, String... clauses) throws SQLException {
        add("policy", "id", id, "source", source);
        for (String clause : List.of(clauses)) {
            int end = clause.lastIndexOf(' ');
            add("clause", "policy_id", id, "clause_number", clause.substring(0, end), "kind", clause.substring(end + 1));
        }
    }

    /** Reported late in the evening of a day of summer, which is another day in London than by universal time. */
    private void posted(String reference, String decision, LocalDate posted, LocalDate told) throws SQLException {
        add("investigation", "reference", reference, "decision", decision, "posted_on", posted, "opened_at", OffsetDateTime.parse("2020-04-30T23:30:00Z"));
        add("concern", "reference", reference, "posted_on", told);
    }

    private void found(long allegation, String status, int round, String result) throws SQLException {
        long set = add("finding_set", "status", status, "round_no", round, "id", allegation * 10 + round);
        add("finding", "set_id", set, "allegation_id", allegation, "result", result);
        add("finding_review", "set_id", set, "signed_at", OffsetDateTime.parse("2020-06-0" + round + "T09:00:00Z"));
    }

    private long add(String table, Object... named) throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        return database.insert(table, values);
    }
}

package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters of earlier releases: whom they are for, and whether they were ever with them. */
class PostedLettersBeforeTest {

    private static final OffsetDateTime SENT = OffsetDateTime.of(2026, 11, 2, 9, 0, 0, 0, ZoneOffset.UTC);

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void whoHadNoWayToALetterIsWrittenToByPost(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("341")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND", "removal_days", 5, "cooperation_days", 10));
            database.insert("account", Map.of("id", 7L, "username", "sam@example.org"));
            add("member", "account_id", 7L, "name", "Sam", "email", "sam@example.org", "roles", "EMPLOYEE");
            add("person", "id", 1L, "name", "Sam", "email", "sam@example.org", "account_id", 7L, "language", "EN");
            add("person", "id", 2L, "name", "Nobody Online", "language", "EN");
            add("investigation", "id", 50L, "reference", "A", "subject_id", 2L);
            asked(100L, 1L);
            asked(200L, 2L);
            asked(300L, 2L);
            add("removal_reply", "id", 309L, "request_id", 300L, "round_number", 1, "channel", "PORTAL");
            asked(400L, 2L);
            before.execute("update removal_request set ended_at = current_timestamp where id = 400");
            asked(500L, 2L);
            add("document", "id", 503L, "kind", "LETTER", "reference", "A", "file_name", "A-500-2.pdf");
            add("removal_round", "id", 504L, "request_id", 500L, "number", 2, "letter_id", 503L, "sent_at", SENT);
            add("document", "id", 900L, "kind", "LETTER", "reference", "A", "file_name", "A-closed.pdf");
            add("document", "id", 901L, "kind", "PACK", "reference", "A", "file_name", "A.pdf");
            before.migrate(null);
            assertThat(before.rows("select request_id, served_on, answer_days from removal_round order by request_id, number"))
                    .containsExactly("100 2026-11-02 null", "200 null 5", "300 2026-11-02 null", "400 null 5", "500 null 5", "500 null 5");
            assertThat(before.rows("select document_id, reference, served_on from letter_posting order by document_id")).as("of what was asked twice, the last")
                    .containsExactly("202 A null", "503 A null");
            assertThat(before.rows("select id, addressee_id from document order by id")).containsExactly("102 1", "202 2", "302 2", "402 2", "502 2", "503 2", "900 2", "901 null");
        }
    }

    /** The case was about others before: what closed it then was to them. */
    @ParameterizedTest
    @EnumSource
    void whomALetterWasForIsNotGuessedWhereACaseWasAboutSeveralPeople(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("341")) {
            database = before;
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND", "removal_days", 5, "cooperation_days", 10));
            add("person", "id", 1L, "name", "First", "language", "EN");
            add("person", "id", 2L, "name", "Then", "language", "EN");
            add("investigation", "id", 50L, "reference", "A", "subject_id", 2L);
            add("party", "reference", "A", "person_id", 1L, "kind", "SUBJECT");
            add("party", "reference", "A", "person_id", 2L, "kind", "SUBJECT");
            add("investigation", "id", 51L, "reference", "B", "subject_id", 2L);
            add("party", "reference", "B", "person_id", 1L, "kind", "WITNESS");
            add("party", "reference", "B", "person_id", 2L, "kind", "SUBJECT");
            asked(100L, 1L);
            add("document", "id", 103L, "kind", "LETTER", "reference", "A", "file_name", "A-100-1-ended.pdf");
            add("removal_decision", "id", 104L, "request_id", 100L, "letter_id", 103L);
            add("document", "id", 105L, "kind", "LETTER", "reference", "A", "file_name", "A-100-1-reminder.pdf");
            add("document", "id", 900L, "kind", "LETTER", "reference", "A", "file_name", "A-closed.pdf");
            add("document", "id", 901L, "kind", "LETTER", "reference", "A", "file_name", "A-advice.pdf");
            add("document", "id", 902L, "kind", "LETTER", "reference", "B", "file_name", "B-closed.pdf");
            before.migrate("385");
            add("document", "id", 903L, "kind", "LETTER", "reference", "A", "file_name", "A-withdrawn.pdf", "addressee_id", 2L);
            add("letter_posting", "id", 904L, "reference", "A", "document_id", 903L);
            before.migrate(null);
            assertThat(before.rows("select id, addressee_id from document order by id")).containsExactly("102 1", "103 1", "105 1", "900 null", "901 null", "902 2", "903 2");
        }
    }

    private void asked(Long id, Long person) throws SQLException {
        add("document", "id", id + 2, "kind", "LETTER", "reference", "A", "file_name", "A-" + id + ".pdf");
        add("removal_request", "id", id, "reference", "A", "status", "SENT", "subject_id", person);
        add("removal_round", "id", id + 1, "request_id", id, "number", 1, "letter_id", id + 2, "sent_at", SENT);
    }

    private void add(String table, Object... named) throws SQLException {
        Map<String, Object> values = new HashMap<>(Map.of("board", "chscb"));
        for (int i = 0; i < named.length; i += 2) {
            values.put((String) named[i], named[i + 1]);
        }
        database.insert(table, values);
    }
}

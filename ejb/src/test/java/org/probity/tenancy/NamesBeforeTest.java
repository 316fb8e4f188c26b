package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that an earlier release kept are compared like those of today, on either database. */
class NamesBeforeTest {

    @ParameterizedTest
    @EnumSource
    void whoWasThereBeforeIsFoundAsWhoCameLater(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate("119")) {
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            database.insert("account", Map.of("id", 7L, "username", "sian@example.org"));
            database.insert("member", Map.of("board", "chscb", "account_id", 7L, "name", "Siân O’Brien", "email", "S.OBrien@Example.org", "roles", "OFFICER"));
            database.insert("person", Map.of("board", "chscb", "name", "Dr Siân  O'BRIEN (school)", "language", "EN"));
            database.insert("investigation", Map.of("board", "chscb", "reference", "CHSCB-2026-0001", "subject_name", "O\u00adBrien, Siân"));
            database.insert("audit_entry", Map.of("board", "chscb", "reference", "CHSCB-2026-0001", "act", "recusal.returned", "actor_name", "Lena Lead",
                    "after_act", "{\"member\":\"Siân O’Brien\",\"reasons\":\"Another person\"}"));
            database.migrate(null);
            assertThat(database.rows("select board, account_id, form from member_name")).contains("chscb 7 sian", "chscb 7 obrien", "chscb 7 sianobrien",
                    "chscb 7 obriensian", "chscb 7 #sn", "chscb 7 #aprn", "chscb 7 @s.obrien@example.org", "chscb 7 @sian@example.org");
            assertThat(database.rows("select form from member_name where form like '#%'")).doesNotHaveDuplicates();
            assertThat(database.rows("select name_key, surname from person")).containsExactly("obrien sian obrien|brien|sian");
            assertThat(database.rows("select subject_key from investigation where names_checked is null")).containsExactly("obrien sian");
            assertThat(database.rows("select reference, account_id, why, cleared_by from cleared_namesake"))
                    .containsExactly("CHSCB-2026-0001 7 Another person Lena Lead");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoseSurnameIsWrittenApartOrIsARankIsFoundByItFromNowOn(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate("228")) {
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            database.insert("account", Map.of("id", 7L, "username", "omar@example.org"));
            database.insert("member", Map.of("id", 3L, "board", "chscb", "account_id", 7L, "name", "Omar El-Hassan", "email", "o@example.org",
                    "roles", "OFFICER"));
            for (String form : List.of("omar", "el", "hassan", "#amr", "@o@example.org", "@before@example.org")) {
                database.insert("member_name", Map.of("board", "chscb", "member_id", 3L, "account_id", 7L, "form", form));
            }
            database.insert("person", Map.of("board", "chscb", "name", "Emma Jane Major", "language", "EN", "name_key", "emma jane",
                    "surname", "jane"));
            database.migrate(null);
            assertThat(database.rows("select account_id, form from member_name")).doesNotHaveDuplicates()
                    .contains("7 omar", "7 hassan", "7 alhassan", "7 omaralhassan", "7 @o@example.org", "7 @before@example.org");
            assertThat(database.rows("select name_key, surname from person")).containsExactly("emma jane major major");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSharesASurnameWithWhomACaseWasAboutIsAskedFromNowOn(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate("231")) {
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            database.insert("person", Map.of("board", "chscb", "name", "Mrs Lee I think", "language", "EN", "surname", "think"));
            database.insert("investigation", Map.of("id", 1L, "board", "chscb", "reference", "CHSCB-2026-0001", "subject_name", "Mrs Lee I think"));
            database.insert("investigation", Map.of("id", 2L, "board", "chscb", "reference", "CHSCB-2026-0002"));
            database.insert("investigation", Map.of("id", 3L, "board", "chscb", "reference", "CHSCB-2026-0003", "subject_name", "???"));
            database.migrate(null);
            assertThat(database.rows("select surname from person")).containsExactly("lee|think");
            assertThat(database.rows("select reference, subject_surname from investigation where subject_surname is not null"))
                    .containsExactly("CHSCB-2026-0001 lee|think");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsRecordedWithWhereTheyAreIsFoundWithoutItFromNowOn(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate("406")) {
            database.insert("board", Map.of("slug", "ourplace", "country", "ENGLAND"));
            database.insert("account", Map.of("id", 7L, "username", "sian@example.org"));
            database.insert("member", Map.of("id", 3L, "board", "ourplace", "account_id", 7L, "name", "Siân Evans - Ourplace",
                    "email", "s@example.org", "roles", "OFFICER"));
            for (String form : List.of("sian", "evans", "ourplace", "!", "@before@example.org")) {
                database.insert("member_name", Map.of("board", "ourplace", "member_id", 3L, "account_id", 7L, "form", form));
            }
            database.migrate(null);
            assertThat(database.rows("select account_id, form from member_name")).doesNotHaveDuplicates()
                    .contains("7 sian", "7 evans", "7 ourplace", "7 sianevans", "7 evanssian", "7 !", "7 @before@example.org");
        }
    }
}

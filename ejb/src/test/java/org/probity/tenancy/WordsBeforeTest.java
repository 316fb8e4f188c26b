package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cases of an earlier release are found by their words like those of today, on either database. */
class WordsBeforeTest {

    @ParameterizedTest
    @EnumSource
    void whatWasReportedBeforeIsFound(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase database = new EmptyDatabase(make).migrate("341")) {
            database.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            database.insert("investigation", Map.of("id", 1L, "board", "chscb", "reference", "CHSCB-2026-0042", "title", "A post", "decision", "INVESTIGATE",
                    "subject_name", "John Smith"));
            database.insert("concern", Map.of("board", "chscb", "reference", "CHSCB-2026-0042", "what", "A Post by Siân", "subject_name", "Johnny Smyth"));
            database.insert("investigation", Map.of("id", 2L, "board", "chscb", "reference", "CHSCB-2026-0043", "title", "Untitled"));
            database.migrate(null);
            assertThat(database.rows("select word, source from case_word where investigation_id = 1")).containsExactlyInAnyOrder("chscb REFERENCE",
                    "2026 REFERENCE", "0042 REFERENCE", "42 REFERENCE", "a TITLE", "post TITLE", "john SUBJECT", "smith SUBJECT", "a REPORT", "post REPORT",
                    "by REPORT", "sian REPORT", "johnny REPORT", "smyth REPORT");
            assertThat(database.rows("select word from case_word where investigation_id = 2")).containsExactlyInAnyOrder("chscb", "2026", "0043", "43", "untitled");
            assertThat(database.rows("select id from case_word where id >= 0")).isEmpty();
        }
    }
}

package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Outcomes that an earlier release kept ask for a check of the duties where nobody looked, on either database. */
class DutiesBeforeTest {

    private static final OffsetDateTime MORNING = OffsetDateTime.of(2026, 5, 1, 9, 0, 0, 0, ZoneOffset.UTC);

    private EmptyDatabase database;

    @ParameterizedTest
    @EnumSource
    void whatNobodyLookedAtIsAskedAndWhatWasFoundStays(EmptyDatabase.Make make) throws Exception {
        try (EmptyDatabase before = new EmptyDatabase(make).migrate("239")) {
            database = before;
            before.insert("board", Map.of("slug", "chscb", "country", "ENGLAND"));
            outcome(1, 1, "NO_ACTION", 0);
            check(1, 1, null, null);
            outcome(1, 2, "DISMISSAL", 2);
            outcome(2, 1, "DISMISSAL", 0);
            check(2, 1, "TRA", LocalDate.of(2026, 5, 1));
            outcome(2, 2, "DISMISSAL", 2);
            outcome(3, 1, "DISMISSAL", 0);
            outcome(4, 1, "ADVICE", 0);
            check(5, 1, "EWC", null);
            before.migrate(null);
            assertThat(before.rows("select referral_id, outcome_no from referral_outcome where asks_duties order by referral_id, outcome_no"))
                    .containsExactly("1 2", "3 1");
            assertThat(before.rows("select referral_id, outcome_no from duty_check order by referral_id")).containsExactly("1 1", "2 1", "5 1");
            assertThat(before.rows("select d.referral_id, t.regulator, t.told_on from told_regulator t join duty_check d on d.id = t.check_id "
                    + "order by d.referral_id")).containsExactly("2 TRA 2026-05-01", "5 EWC null");
        }
    }

    private void outcome(long referral, int number, String result, int hours) throws Exception {
        database.insert("referral_outcome", Map.of("board", "chscb", "referral_id", referral, "outcome_no", number, "result", result,
                "signed_at", MORNING.plusHours(hours)));
    }

    private void check(long referral, int hours, String regulator, LocalDate toldOn) throws Exception {
        Map<String, Object> row = new HashMap<>(Map.of("board", "chscb", "referral_id", referral, "signed_at", MORNING.plusHours(hours)));
        row.put("regulator", regulator);
        row.put("regulator_told_on", toldOn);
        database.insert("duty_check", row);
    }
}

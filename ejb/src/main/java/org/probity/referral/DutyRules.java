package org.probity.referral;

import java.time.LocalDate;
import org.probity.kernel.Checks;

/** What a check of the duties must say. */
final class DutyRules {

    private DutyRules() {
    }

    /** @throws org.probity.kernel.Refusal INVALID naming each field */
    static void check(Duties duties, LocalDate today) {
        boolean named = duties.regulator() != null && !duties.regulator().isBlank();
        LocalDate told = duties.regulatorToldOn();
        new Checks().that(duties.dbsConsidered(), "dbsConsidered", "referral.refused.dbsNotConsidered")
                .that(!named || DutyText.isRegulator(duties.regulator()), "regulator", "referral.refused.unknownRegulator")
                .that(told == null || named, "regulator", "referral.refused.whichRegulator")
                .day("regulatorToldOn", told).that(told == null || !told.isAfter(today), "regulatorToldOn", "referral.refused.future")
                .text("note", duties.note(), Checks.LONG_TEXT).done();
    }
}

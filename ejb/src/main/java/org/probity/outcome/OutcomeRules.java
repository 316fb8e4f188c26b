package org.probity.outcome;

import java.time.LocalDate;
import org.probity.kernel.Checks;
import org.probity.outcome.ReferralOutcome.Appeal;
import org.probity.outcome.ReferralOutcome.Result;

/** What an employer must say about its decision. */
public final class OutcomeRules {

    private OutcomeRules() {
    }

    /** @throws org.probity.kernel.Refusal INVALID naming each field */
    public static void check(ReferralOutcome told, LocalDate today) {
        boolean wordsNeeded = told.result() == Result.OTHER;
        boolean appealWordsNeeded = told.appeal() == Appeal.DECIDED;
        new Checks().required("result", told.result()).required("decidedOn", told.decidedOn()).day("decidedOn", told.decidedOn())
                .that(told.decidedOn() == null || !told.decidedOn().isAfter(today), "decidedOn", "referral.refused.future")
                .that(!wordsNeeded || said(told.words()), "words", "kernel.refused.required")
                .max("words", told.words(), Checks.LONG_TEXT)
                .required("appeal", told.appeal())
                .that(!appealWordsNeeded || said(told.appealWords()), "appealWords", "kernel.refused.required")
                .max("appealWords", told.appealWords(), Checks.LONG_TEXT).done();
    }

    private static boolean said(String words) {
        return words != null && !words.isBlank();
    }
}

package org.probity.outcome;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.kernel.Checks;
import org.probity.tenancy.Board;

/** What a check of the duties must say. */
public final class DutyRules {

    private static final int SHORT = 200;

    private DutyRules() {
    }

    /**
     * @param due what follows from the outcome
     * @param professionKnown where it is not, who may have to be told is one of those that are due
     * @throws org.probity.kernel.Refusal INVALID naming each field
     */
    public static void check(Duties duties, List<DutyText> due, boolean professionKnown, Board.Country country, LocalDate today) {
        Checks checks = new Checks().that(duties.dbsConsidered(), "dbsConsidered", "referral.refused.dbsNotConsidered");
        barring(checks, duties, due.stream().anyMatch(DutyText::barring), today);
        regulators(checks, duties.regulators(), country, today);
        checks.that(isSaid(duties.regulatorWhyNot()) || areTold(duties, due, professionKnown), "regulatorWhyNot", "referral.refused.regulatorWhyNot")
                .max("regulatorWhyNot", duties.regulatorWhyNot(), Checks.LONG_TEXT)
                .text("note", duties.note(), Checks.LONG_TEXT).done();
    }

    private static void barring(Checks checks, Duties duties, boolean isDue, LocalDate today) {
        boolean referred = duties.dbsReferred();
        LocalDate on = duties.dbsReferredOn();
        checks.that(!referred || isSaid(duties.dbsReferredBy()), "dbsReferredBy", "kernel.refused.required")
                .max("dbsReferredBy", duties.dbsReferredBy(), SHORT)
                .that(!referred || on != null, "dbsReferredOn", "kernel.refused.required").day("dbsReferredOn", on)
                .that(on == null || !on.isAfter(today), "dbsReferredOn", "referral.refused.future")
                .max("dbsReference", duties.dbsReference(), SHORT)
                .that(referred || !isDue || isSaid(duties.dbsWhyNot()), "dbsWhyNot", "referral.refused.dbsWhyNot")
                .max("dbsWhyNot", duties.dbsWhyNot(), Checks.LONG_TEXT);
    }

    private static void regulators(Checks checks, List<Duties.Told> told, Board.Country country, LocalDate today) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < told.size(); i++) {
            String field = "regulators[" + i + "].";
            LocalDate on = told.get(i).toldOn();
            checks.that(DutyText.isRegulator(country, told.get(i).regulator(), today) && named.add(told.get(i).regulator()), field + "regulator",
                    "referral.refused.unknownRegulator").day(field + "toldOn", on)
                    .that(on == null || !on.isAfter(today), field + "toldOn", "referral.refused.future");
        }
    }

    private static boolean areTold(Duties duties, List<DutyText> due, boolean professionKnown) {
        Set<String> told = duties.told().stream().map(Duties.Told::regulator).collect(Collectors.toSet());
        List<String> wanted = due.stream().filter(duty -> !duty.barring()).map(DutyText::code).toList();
        return wanted.isEmpty() || (professionKnown ? told.containsAll(wanted) : wanted.stream().anyMatch(told::contains));
    }

    private static boolean isSaid(String words) {
        return words != null && !words.isBlank();
    }
}

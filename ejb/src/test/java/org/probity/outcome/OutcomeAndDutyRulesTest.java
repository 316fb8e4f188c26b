package org.probity.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.outcome.ReferralOutcome.Appeal;
import org.probity.outcome.ReferralOutcome.Result;
import org.probity.tenancy.Board;

class OutcomeAndDutyRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void everyResultButOtherNeedsNoWords() {
        for (Result result : Result.values()) {
            ReferralOutcome told = new ReferralOutcome(result, TODAY, null, Appeal.NONE, null);
            assertThat(problems(() -> OutcomeRules.check(told, TODAY))).hasSize(result == Result.OTHER ? 1 : 0);
        }
    }

    @Test
    void anOutcomeOfTomorrowIsRefused() {
        ReferralOutcome told = new ReferralOutcome(Result.WARNING, TODAY.plusDays(1), null, Appeal.NONE, null);
        assertThat(problems(() -> OutcomeRules.check(told, TODAY))).containsExactly("decidedOn:referral.refused.future");
    }

    @Test
    void daysBeyondAllThatAreKeptAreRefused() {
        ReferralOutcome told = new ReferralOutcome(Result.WARNING, LocalDate.of(1800, 1, 1), null, Appeal.NONE, null);
        assertThat(problems(() -> OutcomeRules.check(told, TODAY))).containsExactly("decidedOn:kernel.refused.days");
        LocalDate old = LocalDate.of(1800, 1, 1);
        assertThat(found(duties(true, old, "TRA", old), List.of(), true)).containsExactly("dbsReferredOn:kernel.refused.days",
                "regulators[0].toldOn:kernel.refused.days");
    }

    @Test
    void aDecidedAppealSaysWhatItDecided() {
        ReferralOutcome told = new ReferralOutcome(Result.WARNING, TODAY, null, Appeal.DECIDED, " ");
        assertThat(problems(() -> OutcomeRules.check(told, TODAY))).containsExactly("appealWords:kernel.refused.required");
    }

    @Test
    void anEmptyOutcomeNamesEachField() {
        ReferralOutcome told = new ReferralOutcome(null, null, null, null, null);
        assertThat(problems(() -> OutcomeRules.check(told, TODAY))).containsExactly("result:kernel.refused.required",
                "decidedOn:kernel.refused.required", "appeal:kernel.refused.required");
    }

    @Test
    void dutiesNeedTheBarringDutyConsideredAndANote() {
        assertThat(found(new Duties(false, false, null, null, null, null, null, null, "", null), List.of(), true)).containsExactly(
                "dbsConsidered:referral.refused.dbsNotConsidered", "note:kernel.refused.required");
    }

    @Test
    void whoWasToldMustBeARegulatorOfThatCountryAndOnce() {
        assertThat(found(duties(false, null, "FIFA", TODAY), List.of(), true)).containsExactly("regulators[0].regulator:referral.refused.unknownRegulator");
        assertThat(found(duties(false, null, "EWC", TODAY), List.of(), true)).containsExactly("regulators[0].regulator:referral.refused.unknownRegulator");
        assertThat(found(duties(false, null, "DBS", TODAY), List.of(), true)).hasSize(1);
        assertThat(found(duties(false, null, null, TODAY), List.of(), true)).hasSize(1);
        Duties twice = new Duties(true, false, null, null, null, null, List.of(new Duties.Told("TRA", TODAY), new Duties.Told("TRA", TODAY)), null, "Note", null);
        assertThat(found(twice, List.of(), true)).containsExactly("regulators[1].regulator:referral.refused.unknownRegulator");
        assertThat(found(duties(false, null, "TRA", TODAY.plusDays(1)), List.of(), true)).containsExactly("regulators[0].toldOn:referral.refused.future");
    }

    /** A dismissal with a child involved passed with no answer at all. */
    @Test
    void whereWorkEndedAndAChildIsInvolvedTheBarringDutyIsAnswered() {
        List<DutyText> due = due(Result.DISMISSAL, "NONE", true);
        assertThat(due).extracting(DutyText::code).containsExactly(DutyText.DBS);
        assertThat(found(duties(false, null, null, null), due, true)).containsExactly("dbsWhyNot:referral.refused.dbsWhyNot");
        assertThat(found(new Duties(true, false, null, null, null, "The harm test is not met", null, null, "Note", null), due, true)).isEmpty();
        assertThat(found(new Duties(true, true, " ", null, null, null, null, null, "Note", null), due, true)).containsExactly(
                "dbsReferredBy:kernel.refused.required", "dbsReferredOn:kernel.refused.required");
        assertThat(found(duties(true, TODAY, null, null), due, true)).isEmpty();
        assertThat(found(duties(true, TODAY.plusDays(1), null, null), due, true)).containsExactly("dbsReferredOn:referral.refused.future");
    }

    @Test
    void eachRegulatorIsToldOrSaidWhyNot() {
        List<DutyText> due = due(Result.DISMISSAL, "TEACHER", false);
        assertThat(due).extracting(DutyText::code).containsExactly("TRA");
        assertThat(found(duties(false, null, null, null), due, true)).containsExactly("regulatorWhyNot:referral.refused.regulatorWhyNot");
        assertThat(found(duties(false, null, "TRA", null), due, true)).containsExactly("regulatorWhyNot:referral.refused.regulatorWhyNot");
        assertThat(found(duties(false, null, "SWE", TODAY), due, true)).containsExactly("regulatorWhyNot:referral.refused.regulatorWhyNot");
        assertThat(found(duties(false, null, "TRA", TODAY), due, true)).isEmpty();
        assertThat(found(new Duties(true, false, null, null, null, null, null, "It was no serious misconduct", "Note", null), due, true)).isEmpty();
    }

    /** It cannot be all of them. */
    @Test
    void whereTheProfessionIsNotKnownOneOfThemIsEnough() {
        List<DutyText> due = due(Result.DISMISSAL, null, false);
        assertThat(due).hasSize(5);
        assertThat(found(duties(false, null, "NMC", TODAY), due, false)).isEmpty();
        assertThat(found(duties(false, null, null, null), due, false)).containsExactly("regulatorWhyNot:referral.refused.regulatorWhyNot");
    }

    @Test
    void whatFollowsFromADecisionIsSaidByThePracticePacks() {
        for (Result result : Result.values()) {
            assertThat(due(result, "NONE", true)).as(result.name()).hasSize(EnumSet.of(Result.DISMISSAL, Result.RESIGNED, Result.OTHER).contains(result) ? 1 : 0);
            assertThat(due(result, "NONE", false)).as(result.name()).isEmpty();
        }
        assertThat(due(Result.NO_ACTION, null, true)).isEmpty();
        assertThat(due(Result.TRAINING, null, true)).isEmpty();
        assertThat(due(Result.WARNING, "SOCIAL_WORKER", true)).extracting(DutyText::code).containsExactly("SWE");
        assertThat(due(Result.WARNING, "TEACHER", true)).isEmpty();
        assertThat(due(Result.RESIGNED, "TEACHER", true)).extracting(DutyText::code).containsExactly(DutyText.DBS, "TRA");
    }

    private static List<DutyText> due(Result result, String profession, boolean children) {
        return DutyText.due(Board.Country.ENGLAND, profession, TODAY, Language.EN, result, children);
    }

    private static Duties duties(boolean referred, LocalDate referredOn, String regulator, LocalDate toldOn) {
        return new Duties(true, referred, referred ? "The employer" : null, referredOn, null, null,
                regulator == null && toldOn == null ? null : List.of(new Duties.Told(regulator, toldOn)), null, "Note", null);
    }

    private static List<String> found(Duties duties, List<DutyText> due, boolean known) {
        return problems(() -> DutyRules.check(duties, due, known, Board.Country.ENGLAND, TODAY));
    }

    @Test
    void theDutiesOfACountryBeginWithBarringAndNameItsOwnRegulators() {
        List<DutyText> england = DutyText.inForce(Board.Country.ENGLAND, null, TODAY, Language.EN);
        List<DutyText> wales = DutyText.inForce(Board.Country.WALES, null, TODAY, Language.CY);
        assertThat(england).first().extracting(DutyText::code).isEqualTo(DutyText.DBS);
        assertThat(england).extracting(DutyText::code).contains("TRA", "SWE").doesNotContain("EWC");
        assertThat(wales).extracting(DutyText::code).contains("EWC", "SCW").doesNotContain("TRA");
        assertThat(wales).first().extracting(DutyText::text).asString().contains("dyletswydd");
    }

    @Test
    void onlyTheRegulatorsOfTheProfessionAreNamed() {
        assertThat(DutyText.inForce(Board.Country.ENGLAND, "NURSE", TODAY, Language.EN)).extracting(DutyText::code).containsExactly(DutyText.DBS, "NMC");
        assertThat(DutyText.inForce(Board.Country.WALES, "SOCIAL_WORKER", TODAY, Language.EN)).extracting(DutyText::code).containsExactly(DutyText.DBS, "SCW");
        assertThat(DutyText.inForce(Board.Country.WALES, "NONE", TODAY, Language.EN)).extracting(DutyText::code).containsExactly(DutyText.DBS);
    }

    @Test
    void aRegulatorThatWasNotThereYetIsNotNamedAndOneOfTheOtherCountryIsByItsName() {
        assertThat(DutyText.inForce(Board.Country.ENGLAND, null, LocalDate.of(2019, 12, 1), Language.EN)).extracting(DutyText::code)
                .contains("TRA").doesNotContain("SWE");
        assertThat(DutyText.nameOf("EWC", Language.EN)).isEqualTo("Education Workforce Council");
        assertThat(DutyText.nameOf("FIFA", Language.EN)).isEqualTo("FIFA");
    }

    @Test
    void aDutyThatDidNotHoldYetIsNotTold() {
        assertThat(DutyText.inForce(Board.Country.ENGLAND, null, LocalDate.of(2001, 1, 1), Language.EN))
                .extracting(DutyText::code).doesNotContain(DutyText.DBS);
    }

    @Test
    void whatIsGeneralKnowledgeIsMarked() {
        assertThat(DutyText.inForce(Board.Country.ENGLAND, null, TODAY, Language.EN)).filteredOn(d -> d.code().equals("NMC"))
                .isNotEmpty().noneMatch(DutyText::confirmed);
    }

    private static List<String> problems(ThrowingCallable check) {
        Refusal refusal = catchThrowableOfType(Refusal.class, check);
        return refusal == null ? List.of() : refusal.problems().stream().map(p -> p.field() + ":" + p.key()).toList();
    }
}

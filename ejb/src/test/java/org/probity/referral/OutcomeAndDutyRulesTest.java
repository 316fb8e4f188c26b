package org.probity.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.referral.ReferralOutcome.Appeal;
import org.probity.referral.ReferralOutcome.Result;
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
        Duties duties = new Duties(true, false, "TRA", LocalDate.of(1800, 1, 1), "Note");
        assertThat(problems(() -> DutyRules.check(duties, TODAY))).contains("regulatorToldOn:kernel.refused.days");
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
        Duties duties = new Duties(false, false, null, null, "");
        assertThat(problems(() -> DutyRules.check(duties, TODAY))).containsExactly(
                "dbsConsidered:referral.refused.dbsNotConsidered", "note:kernel.refused.required");
    }

    @Test
    void whoWasToldMustBeARegulatorOfThePracticePacks() {
        assertThat(problems(() -> DutyRules.check(new Duties(true, false, "FIFA", null, "Note"), TODAY)))
                .containsExactly("regulator:referral.refused.unknownRegulator");
        assertThat(problems(() -> DutyRules.check(new Duties(true, false, null, TODAY, "Note"), TODAY)))
                .containsExactly("regulator:referral.refused.whichRegulator");
        assertThat(problems(() -> DutyRules.check(new Duties(true, true, "EWC", TODAY, "Note"), TODAY))).isEmpty();
    }

    @Test
    void theDutiesOfACountryBeginWithBarringAndNameItsOwnRegulators() {
        List<DutyText> england = DutyText.inForce(Board.Country.ENGLAND, TODAY, Language.EN);
        List<DutyText> wales = DutyText.inForce(Board.Country.WALES, TODAY, Language.CY);
        assertThat(england).first().extracting(DutyText::code).isEqualTo(DutyText.DBS);
        assertThat(england).extracting(DutyText::code).contains("TRA", "SWE").doesNotContain("EWC");
        assertThat(wales).extracting(DutyText::code).contains("EWC", "SCW").doesNotContain("TRA");
        assertThat(wales).first().extracting(DutyText::text).asString().contains("dyletswydd");
    }

    @Test
    void aDutyThatDidNotHoldYetIsNotTold() {
        assertThat(DutyText.inForce(Board.Country.ENGLAND, LocalDate.of(2001, 1, 1), Language.EN))
                .extracting(DutyText::code).doesNotContain(DutyText.DBS);
    }

    @Test
    void whatIsGeneralKnowledgeIsMarked() {
        assertThat(DutyText.inForce(Board.Country.ENGLAND, TODAY, Language.EN)).filteredOn(d -> d.code().equals("NMC"))
                .isNotEmpty().noneMatch(DutyText::confirmed);
    }

    private static List<String> problems(ThrowingCallable check) {
        Refusal refusal = catchThrowableOfType(Refusal.class, check);
        return refusal == null ? List.of() : refusal.problems().stream().map(p -> p.field() + ":" + p.key()).toList();
    }
}

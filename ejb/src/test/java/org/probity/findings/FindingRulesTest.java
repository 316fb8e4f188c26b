package org.probity.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;

class FindingRulesTest {

    private static final Set<Long> ALLEGED = Set.of(1L, 2L);
    private static final List<Refusal.Problem> NOT_PUT = List.of(new Refusal.Problem("refer", "findings.refused.notPut", "3.5.1"));

    @Test
    void oneFindingOnEachAllegationIsEnough() {
        assertThat(problems(NewFindings.withoutReferral(List.of(proven(1L), notProven(2L))), NOT_PUT)).isEmpty();
    }

    @Test
    void everyAllegationNeedsAFinding() {
        assertThat(problems(NewFindings.withoutReferral(List.of(proven(1L))), List.of()))
                .containsExactly("findings:findings.refused.uncovered");
    }

    @Test
    void anAllegationOfAnotherCaseIsRefused() {
        assertThat(problems(NewFindings.withoutReferral(List.of(proven(1L), proven(2L), proven(99L))), List.of()))
                .containsExactly("findings[2].allegationId:findings.refused.unknownAllegation");
    }

    @Test
    void twoFindingsOnOneAllegationAreRefused() {
        assertThat(problems(NewFindings.withoutReferral(List.of(proven(1L), proven(2L), notProven(2L))), List.of()))
                .containsExactly("findings[2].allegationId:findings.refused.twice");
    }

    @Test
    void aFindingNeedsItsResultAndItsReasonsWithoutASecret() {
        NewFindings form = NewFindings.withoutReferral(List.of(new NewFinding(1L, null, " "),
                new NewFinding(2L, Result.PROVEN, "The password is Sunshine1")));
        assertThat(problems(form, List.of())).containsExactly("findings[0].result:kernel.refused.required",
                "findings[0].reasons:kernel.refused.required", "findings[1].reasons:kernel.refused.secret");
    }

    /** It is kept whether or not anything is referred. */
    @Test
    void aWeighingGivesNoPasswordAway() {
        NewFindings form = new NewFindings(List.of(proven(1L), proven(2L)), false, null, null, "pw: hunter22");
        assertThat(problems(form, List.of())).containsExactly("weighing:kernel.refused.secret");
    }

    @Test
    void aCaseWithoutAllegationsHasNothingToFind() {
        Refusal refusal = catchThrowableOfType(Refusal.class,
                () -> FindingRules.checkIds(NewFindings.withoutReferral(List.of()), Set.of(), List.of()));
        assertThat(refusal.problems()).extracting(Refusal.Problem::key).containsExactly("findings.refused.nothingAlleged");
    }

    @Test
    void nothingIsReferredWhereAnybodyKnowsAReasonAgainstIt() {
        assertThat(problems(referral(Result.PROVEN), NOT_PUT)).containsExactly("refer:findings.refused.notPut");
        assertThat(problems(referral(Result.PROVEN), List.of())).isEmpty();
    }

    @Test
    void onlyWhatIsProvenMayBeReferred() {
        assertThat(FindingRules.mayBeReferred(referral(Result.PARTLY_PROVEN))).containsExactly(1L);
        assertThat(FindingRules.mayBeReferred(referral(Result.NOT_PROVEN))).isEmpty();
    }

    @Test
    void nothingIsReferredWhereNothingIsProven() {
        assertThat(problems(referral(Result.UNFOUNDED), List.of())).containsExactly("refer:findings.refused.nothingProven");
    }

    @Test
    void aReferralNeedsItsOrganisationItsReasonsAndTheWeighing() {
        NewFindings form = new NewFindings(List.of(proven(1L), notProven(2L)), true, null, null, "");
        assertThat(problems(form, List.of())).containsExactly("organisationId:kernel.refused.required",
                "reasonsForReferral:kernel.refused.required", "weighing:kernel.refused.required");
    }

    private static NewFindings referral(Result first) {
        return new NewFindings(List.of(new NewFinding(1L, first, "Reasons"), notProven(2L)), true, 5L,
                "The employer decides on conduct", "A public post about work weighs more than a private one");
    }

    private static NewFinding proven(Long allegation) {
        return new NewFinding(allegation, Result.PROVEN, "The post names the board");
    }

    private static NewFinding notProven(Long allegation) {
        return new NewFinding(allegation, Result.NOT_PROVEN, "Nobody could say who wrote it");
    }

    private static List<String> problems(NewFindings form, List<Refusal.Problem> against) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> FindingRules.checkIds(form, ALLEGED, against));
        return refusal == null ? List.of() : refusal.problems().stream().map(p -> p.field() + ":" + p.key()).toList();
    }
}

package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.probity.access.Role;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;
import org.probity.worklist.NewWork;

/** Every way through a referral. It is chased every five days, progress is asked for every twenty. */
class ReferralTest {

    @Test
    void theOfficerComposesAndTheLeadApproves() {
        Walk walk = wanted().waitsFor("composePack");
        assertThat(walk.item("composePack").role()).isEqualTo(Role.OFFICER);
        assertThat(walk.item("composePack").targetKind()).isEqualTo("referral");
        assertThat(walk.item("composePack").targetId()).isEqualTo(walk.id(9));
        walk.answer("composePack");
        assertThat(walk.item("approveReferral").role()).isEqualTo(Role.LEAD);
    }

    @Test
    void aReturnedPackIsComposedAgainAndNothingIsSent() {
        Walk walk = wanted().answer("composePack").answer("approveReferral", Map.of("approval", "RETURNED"))
                .waitsFor("composePack");
        assertThat(walk.times("referral.send", walk.id(9))).isZero();
    }

    @Test
    void anApprovedReferralIsSentToTheOrganisationWhichAloneSeesIt() {
        Walk walk = sent().waitsFor("acknowledgeReferral");
        assertThat(walk.times("referral.send", walk.id(9))).isOne();
        NewWork item = walk.item("acknowledgeReferral");
        assertThat(item.role()).isEqualTo(Role.HR);
        assertThat(item.organisationId()).isNotNull();
        assertThat(item.accountId()).isNull();
    }

    @Test
    void anAcceptedReferralRunsToItsOutcomeAndTheCaseIsClosed() {
        Walk walk = sent().answer("acknowledgeReferral", Map.of("acknowledgement", "ACCEPTED")).waitsFor("recordOutcome");
        assertThat(walk.item("recordOutcome").role()).isEqualTo(Role.HR);
        assertThat(walk.item("recordOutcome").organisationId()).isNotNull();
        walk.answer("recordOutcome").waitsFor("checkDuties").answer("checkDuties").waitsFor("closeInvestigation")
                .answer("closeInvestigation").isOver();
        assertThat(walk.run("disciplinary-referral").done()).contains("outcomeRecorded");
    }

    @Test
    void aQuestionIsAnsweredAndAcknowledgementIsAwaitedAgain() {
        sent().answer("acknowledgeReferral", Map.of("acknowledgement", "QUESTION")).waitsFor("answerQuestion")
                .answer("answerQuestion").waitsFor("acknowledgeReferral");
    }

    @Test
    void whoIsNotTheirEmployeeIsReferredToAnotherOrganisation() {
        Walk walk = sent().answer("acknowledgeReferral", Map.of("acknowledgement", "DECLINED"))
                .waitsFor("redirectReferral").answer("redirectReferral", Map.of("redirect", "OTHER_ORGANISATION"))
                .waitsFor("composePack").answer("composePack").answer("approveReferral", Map.of("approval", "APPROVED"))
                .waitsFor("acknowledgeReferral");
        assertThat(walk.times("referral.send", walk.id(9))).isEqualTo(2);
    }

    @Test
    void aDeclinedReferralCanBeStopped() {
        Walk walk = sent().answer("acknowledgeReferral", Map.of("acknowledgement", "DECLINED"))
                .answer("redirectReferral", Map.of("redirect", "STOP")).waitsFor("closeInvestigation");
        assertThat(walk.run("disciplinary-referral").done()).contains("referralStopped");
    }

    @Test
    void theAcknowledgementIsChasedAgainAndAgainUntilItComes() {
        Walk walk = sent().days(4);
        assertThat(walk.times("referral.chase", walk.id(9))).isZero();
        walk.days(2);
        assertThat(walk.times("referral.chase", walk.id(9))).isOne();
        walk.days(10).waitsFor("acknowledgeReferral");
        assertThat(walk.times("referral.chase", walk.id(9))).isEqualTo(3);
        walk.answer("acknowledgeReferral", Map.of("acknowledgement", "ACCEPTED")).days(15);
        assertThat(walk.times("referral.chase", walk.id(9))).isEqualTo(3);
    }

    @Test
    void nobodyIsChasedWhileTheirQuestionWaits() {
        Walk walk = sent().answer("acknowledgeReferral", Map.of("acknowledgement", "QUESTION")).days(30);
        assertThat(walk.times("referral.chase", walk.id(9))).isZero();
        walk.answer("answerQuestion").days(6);
        assertThat(walk.times("referral.chase", walk.id(9))).isOne();
    }

    @Test
    void progressIsAskedForAgainAndAgainUntilTheOutcomeIsKnown() {
        Walk walk = sent().answer("acknowledgeReferral", Map.of("acknowledgement", "ACCEPTED")).days(61);
        assertThat(walk.times("referral.chaseProgress", walk.id(9))).isEqualTo(3);
        walk.answer("recordOutcome").days(60).waitsFor("checkDuties");
        assertThat(walk.times("referral.chaseProgress", walk.id(9))).isEqualTo(3);
    }

    private static Walk sent() {
        return wanted().answer("composePack").answer("approveReferral", Map.of("approval", "APPROVED"));
    }

    private static Walk wanted() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").answer("recordFindings");
        return walk.answer("reviewFindings", Map.of("review", "AGREED", "refer", true, "referralId", walk.id(9)));
    }
}

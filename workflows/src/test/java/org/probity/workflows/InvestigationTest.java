package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.access.Role;
import org.probity.kernel.Refusal;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;

/** Every way through the case as a whole. */
class InvestigationTest {

    @Test
    void noFurtherActionLeadsStraightToClosing() {
        Bench.walk().start().detected("NO_FURTHER_ACTION").waitsFor("closeInvestigation").answer("closeInvestigation")
                .isOver();
    }

    @Test
    void adviceIsSentBeforeClosing() {
        Walk walk = Bench.walk().start().detected("ADVICE").waitsFor("closeInvestigation");
        assertThat(walk.times("sendAdvice", walk.reference())).isOne();
        walk.answer("closeInvestigation").isOver();
    }

    @Test
    void findingsAreReviewedByALeadAndClosedWithoutTheEmployer() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").answer("recordFindings");
        assertThat(walk.item("reviewFindings").role()).isEqualTo(Role.LEAD);
        walk.answer("reviewFindings", Map.of("review", "AGREED", "refer", false)).waitsFor("closeInvestigation")
                .answer("closeInvestigation").isOver();
    }

    @Test
    void returnedFindingsAreRecordedAgain() {
        Bench.walk().start().detected("INVESTIGATE").answer("recordFindings")
                .answer("reviewFindings", Map.of("review", "RETURNED", "refer", false)).waitsFor("recordFindings")
                .answer("recordFindings").waitsFor("reviewFindings");
    }

    @Test
    void aReopenedCaseBeginsAtItsFindings() {
        Walk walk = Bench.walk().start().detected("NO_FURTHER_ACTION").answer("closeInvestigation");
        walk.start(true).waitsFor("recordFindings").answer("recordFindings").waitsFor("reviewFindings");
        assertThat(walk.runs()).filteredOn(run -> run.process().equals("breach-investigation")).hasSize(2);
    }

    /** Whatever was answered before it ended: the gates are asked anew, and nothing of it comes to findings before them. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("undetected")
    void aCaseWithoutItsDetectionBeginsAtTheUrgentGateAgain(String ended, UnaryOperator<Walk> to) {
        Walk walk = to.apply(Bench.walk().start()).start(false).waitsFor("answerUrgentGate").detected("INVESTIGATE").waitsFor("recordFindings");
        assertThat(walk.runs()).filteredOn(run -> run.process().equals("detection")).hasSize(2);
    }

    static Stream<Arguments> undetected() {
        return Stream.of(stage("withdrawn at the urgent gate", Walk::withdraw),
                stage("withdrawn at triage", w -> w.answer("answerUrgentGate", Map.of("urgent", false)).answer("preserveEvidence").withdraw()),
                stage("closed without action", w -> w.detected("NO_FURTHER_ACTION").answer("closeInvestigation")));
    }

    @Test
    void aReopenedCaseCanAskForRemovalAndBeWithdrawn() {
        Bench.walk().start().detected("NO_FURTHER_ACTION").answer("closeInvestigation").start(true)
                .request("removalRequested").waitsFor("awaitReply", "recordFindings").withdraw().isOver();
    }

    @Test
    void closingEndsEveryRequestThatStillRuns() {
        Walk walk = Bench.walk().start().request("removalRequested").detected("NO_FURTHER_ACTION")
                .waitsFor("awaitReply", "closeInvestigation").answer("closeInvestigation").isOver();
        assertThatThrownBy(() -> walk.request("removalRequested")).isInstanceOf(Refusal.class);
    }

    static Stream<Arguments> stages() {
        return Stream.of(
                stage("answerUrgentGate", w -> w),
                stage("reportDanger", w -> w.answer("answerUrgentGate", Map.of("urgent", true))),
                stage("preserveEvidence", w -> w.answer("answerUrgentGate", Map.of("urgent", false))),
                stage("triage", w -> w.answer("answerUrgentGate", Map.of("urgent", false)).answer("preserveEvidence")),
                stage("recordFindings", w -> w.detected("INVESTIGATE")),
                stage("reviewFindings", w -> w.detected("INVESTIGATE").answer("recordFindings")),
                stage("closeInvestigation", w -> w.detected("NO_FURTHER_ACTION")),
                stage("composePack", InvestigationTest::referred),
                stage("approveReferral", w -> referred(w).answer("composePack")),
                stage("acknowledgeReferral", InvestigationTest::referralSent),
                stage("answerQuestion", w -> referralSent(w).answer("acknowledgeReferral", Map.of("acknowledgement", "QUESTION"))),
                stage("recordOutcome", w -> referralSent(w).answer("acknowledgeReferral", Map.of("acknowledgement", "ACCEPTED"))),
                stage("authoriseAccess", w -> helpAsked(w, "ACCESS")),
                stage("holdMeeting", w -> helpAsked(w, "MEETING").answer("awaitReply", Map.of("reply", "AGREED"))),
                stage("awaitReply", w -> w.detected("INVESTIGATE").request("removalRequested")),
                stage("checkItems", w -> w.detected("INVESTIGATE").request("removalRequested")
                        .answer("awaitReply", Map.of("reply", "REMOVED"))),
                stage("decideOnSilence", w -> w.detected("INVESTIGATE").request("removalRequested").days(6)));
    }

    private static Arguments stage(String task, UnaryOperator<Walk> to) {
        return Arguments.of(task, to);
    }

    private static Walk referred(Walk walk) {
        return walk.detected("INVESTIGATE").answer("recordFindings")
                .answer("reviewFindings", Map.of("review", "AGREED", "refer", true, "referralId", walk.id(9)));
    }

    private static Walk referralSent(Walk walk) {
        return referred(walk).answer("composePack").answer("approveReferral", Map.of("approval", "APPROVED"));
    }

    private static Walk helpAsked(Walk walk, String kind) {
        return walk.detected("INVESTIGATE").request("cooperationRequested",
                Map.of("requestId", walk.id(1), "kind", kind, "needsAuthority", kind.equals("ACCESS")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stages")
    void aCaseCanBeWithdrawnAtAnyStage(String task, UnaryOperator<Walk> to) {
        Walk walk = to.apply(Bench.walk().start());
        assertThat(walk.waiting()).contains(task);
        walk.withdraw().isOver();
        assertThat(walk.times("announceWithdrawal", walk.reference())).isOne();
        assertThatThrownBy(walk::withdraw).isInstanceOf(Refusal.class);
    }
}

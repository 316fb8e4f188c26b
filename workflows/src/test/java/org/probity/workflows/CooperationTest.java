package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Role;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;

/** Every way through a request for help. Reminders after three and six days, the reply after ten. */
class CooperationTest {

    @Test
    void helpThatNeedsNoAuthorityIsAskedForAtOnce() {
        Walk walk = asked("STATEMENT").waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("cooperation.send", walk.id(1))).isOne();
        assertThat(walk.item("awaitReply").role()).isEqualTo(Role.EMPLOYEE);
        assertThat(walk.item("awaitReply").targetKind()).isEqualTo("cooperation-request");
        assertThat(walk.item("awaitReply").targetId()).isEqualTo(walk.id(1));
    }

    @Test
    void accessIsAskedForOnlyOnceALeadAllowsIt() {
        Walk walk = asked("ACCESS").waitsFor("authoriseAccess", "recordFindings");
        assertThat(walk.item("authoriseAccess").role()).isEqualTo(Role.LEAD);
        assertThat(walk.times("cooperation.send", walk.id(1))).isZero();
        walk.answer("authoriseAccess", Map.of("authorised", true)).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("cooperation.send", walk.id(1))).isOne();
    }

    @Test
    void accessThatIsNotAuthorisedIsNeverAskedFor() {
        Walk walk = asked("ACCESS").answer("authoriseAccess", Map.of("authorised", false)).waitsFor("recordFindings");
        assertThat(walk.times("cooperation.send", walk.id(1))).isZero();
        assertThat(walk.run("co-operation").done()).contains("accessNotAuthorised");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEETING", "SUPERVISED_LOOK"})
    void aMeetingThatIsAgreedIsHeldByItsDay(String kind) {
        Walk walk = asked(kind).answer("awaitReply", Map.of("reply", "AGREED")).waitsFor("holdMeeting", "recordFindings");
        assertThat(Duration.between(walk.now(), walk.item("holdMeeting").dueAt())).isEqualTo(Duration.ofDays(20));
        walk.answer("holdMeeting").waitsFor("recordFindings");
        assertThat(walk.run("co-operation").done()).contains("meetingHeld");
    }

    @Test
    void accessThatIsGivenIsEnded() {
        Walk walk = asked("ACCESS").answer("authoriseAccess", Map.of("authorised", true))
                .answer("awaitReply", Map.of("reply", "AGREED")).waitsFor("endAccess", "recordFindings")
                .answer("endAccess").waitsFor("recordFindings");
        assertThat(walk.run("co-operation").done()).contains("accessEnded");
    }

    @ParameterizedTest
    @CsvSource({"STATEMENT, AGREED", "CONFIRM_ACCOUNT, AGREED", "OWN_EXPORT, AGREED", "STATEMENT, ANSWERED",
        "MEETING, DECLINED", "MEETING, OTHER_DATE", "SUPERVISED_LOOK, DECLINED"})
    void everyOtherReplyIsReadByAnOfficer(String kind, String reply) {
        Walk walk = asked(kind).answer("awaitReply", Map.of("reply", reply)).waitsFor("considerReply", "recordFindings")
                .answer("considerReply", Map.of("result", "ENOUGH")).waitsFor("recordFindings");
        assertThat(walk.run("co-operation").done()).contains("answered");
    }

    /** What the subject says themself after somebody else agreed for them: the request ends in the engine, and comes in again. */
    @ParameterizedTest
    @CsvSource({"MEETING, holdMeeting", "SUPERVISED_LOOK, holdMeeting", "ACCESS, endAccess"})
    void whatWasAgreedForSomebodyGivesWayToTheirOwnAnswer(String kind, String undone) {
        Walk walk = asked(kind);
        if (kind.equals("ACCESS")) {
            walk.answer("authoriseAccess", Map.of("authorised", true));
        }
        walk.answer("awaitReply", Map.of("reply", "AGREED")).answer(undone)
                .request("cooperationRequested", Map.of("requestId", walk.id(1), "kind", kind, "needsAuthority", false))
                .answer("awaitReply", Map.of("reply", "DECLINED", "kind", kind)).waitsFor("considerReply", "recordFindings").days(30)
                .waitsFor("considerReply", "recordFindings").answer("considerReply", Map.of("result", "ENOUGH")).waitsFor("recordFindings");
    }

    @Test
    void andTheirOwnAgreementComesToTheMeeting() {
        asked("MEETING").answer("awaitReply", Map.of("reply", "DECLINED")).answer("considerReply", Map.of("result", "ASK_AGAIN"))
                .answer("awaitReply", Map.of("reply", "AGREED", "kind", "MEETING")).waitsFor("holdMeeting", "recordFindings");
    }

    @Test
    void whatIsNotEnoughIsAskedAgain() {
        Walk walk = asked("STATEMENT").answer("awaitReply", Map.of("reply", "ANSWERED"))
                .answer("considerReply", Map.of("result", "ASK_AGAIN")).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("cooperation.send", walk.id(1))).isEqualTo(2);
    }

    @Test
    void theSubjectIsRemindedTwiceBeforeTheDeadline() {
        Walk walk = asked("STATEMENT").days(4);
        assertThat(walk.times("cooperation.remind1", walk.id(1))).isOne();
        assertThat(walk.times("cooperation.remind2", walk.id(1))).isZero();
        walk.days(3).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("cooperation.remind1", walk.id(1))).isOne();
        assertThat(walk.times("cooperation.remind2", walk.id(1))).isOne();
    }

    @Test
    void noClockRunsBeforeALetterThatHasToBePostedIsWithItsReader() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").posts();
        walk.request("cooperationRequested", Map.of("requestId", walk.id(1), "kind", "STATEMENT", "needsAuthority", false)).days(30)
                .waitsFor("postLetter", "recordFindings");
        assertThat(walk.times("cooperation.remind1", walk.id(1)) + walk.times("cooperation.markOverdue", walk.id(1))).isZero();
        walk.answer("postLetter").waitsFor("awaitReply", "recordFindings").days(10).waitsFor("decideOnSilence", "recordFindings");
        assertThat(walk.times("cooperation.remind2", walk.id(1))).isOne();
    }

    @Test
    void nobodyIsRemindedAfterTheirReply() {
        Walk walk = asked("STATEMENT").days(4).answer("awaitReply", Map.of("reply", "ANSWERED")).days(20)
                .waitsFor("considerReply", "recordFindings");
        assertThat(walk.times("cooperation.remind2", walk.id(1))).isZero();
        assertThat(walk.times("cooperation.markOverdue", walk.id(1))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PROCEED, 1, proceeded", "ASK_AGAIN, 2, silenceConsidered"})
    void silenceGoesToAPersonWhoAloneDecides(String silence, int letters, String passed) {
        Walk walk = asked("STATEMENT").days(30).waitsFor("decideOnSilence", "recordFindings");
        assertThat(walk.times("cooperation.markOverdue", walk.id(1))).isOne();
        walk.answer("decideOnSilence", Map.of("silence", silence));
        assertThat(walk.times("cooperation.send", walk.id(1))).isEqualTo(letters);
        assertThat(walk.run("co-operation").done()).contains(passed);
        assertThat(walk.waiting().contains("awaitReply")).isEqualTo(letters == 2);
    }

    @Test
    void aLateReplyCountsUntilSomebodyHasDecided() {
        Walk walk = asked("MEETING").days(11);
        walk.tell("repliedLate", "/C" + walk.id(1), Map.of("reply", "AGREED", "kind", "MEETING"))
                .waitsFor("holdMeeting", "recordFindings");
    }

    @Test
    void twoRequestsOfOneCaseKeepTheirOwnIdsAndKinds() {
        Walk walk = asked("MEETING");
        walk.request("cooperationRequested", ids(walk.id(2), "STATEMENT"))
                .answer("awaitReply", walk.id(2), Map.of("reply", "AGREED"))
                .answer("awaitReply", walk.id(1), Map.of("reply", "AGREED"))
                .waitsFor("considerReply", "holdMeeting", "recordFindings");
        assertThat(walk.item("considerReply").targetId()).isEqualTo(walk.id(2));
        assertThat(walk.item("holdMeeting").targetId()).isEqualTo(walk.id(1));
    }

    @Test
    void aRemovalAndARequestForHelpRunSideBySide() {
        Walk walk = asked("STATEMENT");
        walk.request("removalRequested", walk.id(2)).waitsFor("awaitReply", "awaitReply", "recordFindings").days(6)
                .waitsFor("awaitReply", "decideOnSilence", "recordFindings");
        assertThat(walk.item("decideOnSilence").process()).isEqualTo("content-removal");
        assertThat(walk.runs()).hasSize(4);
    }

    private static Walk asked(String kind) {
        Walk walk = Bench.walk().start().detected("INVESTIGATE");
        return walk.request("cooperationRequested", ids(walk.id(1), kind));
    }

    private static Map<String, Object> ids(long requestId, String kind) {
        return Map.of("requestId", requestId, "kind", kind, "needsAuthority", kind.equals("ACCESS"));
    }
}

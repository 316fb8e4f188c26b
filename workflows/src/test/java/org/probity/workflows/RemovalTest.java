package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.access.Role;
import org.probity.kernel.Refusal;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;
import org.probity.worklist.NewWork;

/** Every way through a removal request. The reminder is due after three days, the reply after five. */
class RemovalTest {

    @Test
    void theLetterGoesOutAndTheSubjectHasToReply() {
        Walk walk = asked();
        assertThat(walk.times("removal.send", walk.id(1))).isOne();
        NewWork item = walk.item("awaitReply");
        assertThat(item.role()).isEqualTo(Role.EMPLOYEE);
        assertThat(item.accountId()).isNotNull();
        assertThat(item.memberId()).isNull();
        assertThat(item.targetKind()).isEqualTo("removal-request");
        assertThat(item.targetId()).isEqualTo(walk.id(1));
        assertThat(item.stage()).isEqualTo("removal");
    }

    @Test
    void noClockRunsBeforeALetterThatHasToBePostedIsWithItsReader() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").posts();
        walk.request("removalRequested", walk.id(1)).days(30).waitsFor("postLetter", "recordFindings");
        assertThat(walk.item("postLetter").role()).isEqualTo(Role.OFFICER);
        assertThat(walk.times("removal.remind", walk.id(1)) + walk.times("removal.markOverdue", walk.id(1))).isZero();
        walk.answer("postLetter").waitsFor("awaitReply", "recordFindings").days(5).waitsFor("decideOnSilence", "recordFindings");
        assertThat(walk.times("removal.remind", walk.id(1))).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REMOVED", "PARTLY"})
    void anItemThatIsGoneEndsTheRequest(String reply) {
        Walk walk = asked().answer("awaitReply", Map.of("reply", reply)).waitsFor("checkItems", "recordFindings")
                .answer("checkItems", Map.of("result", "COMPLIED")).waitsFor("recordFindings");
        assertThat(walk.run("content-removal").done()).contains("complied");
        assertThat(walk.run("content-removal").endedAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"COMPLIED, complied", "LEAVE, notSeenGone"})
    void whatIsReportedToItsSiteIsLookedAtAgainBeforeTheRequestEnds(String result, String end) {
        Walk walk = asked().answer("awaitReply", Map.of("reply", "PARTLY")).answer("checkItems", Map.of("result", "PLATFORM"))
                .waitsFor("checkPlatform", "recordFindings");
        assertThat(walk.item("checkPlatform").role()).isEqualTo(Role.OFFICER);
        walk.answer("checkPlatform", Map.of("result", "PLATFORM")).waitsFor("checkPlatform", "recordFindings")
                .answer("checkPlatform", Map.of("result", result)).waitsFor("recordFindings");
        assertThat(walk.run("content-removal").done()).contains(end);
        assertThat(walk.run("content-removal").endedAt()).isNotNull();
    }

    @Test
    void afterTheSiteWasAskedThePersonCanBeAskedAgain() {
        Walk walk = asked().days(5).answer("decideOnSilence", Map.of("silence", "PLATFORM")).waitsFor("checkPlatform", "recordFindings")
                .answer("checkPlatform", Map.of("result", "ASK_AGAIN")).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.send", walk.id(1))).isEqualTo(2);
    }

    @Test
    void askingAgainAfterACheckSendsAnotherLetterAndStartsNewClocks() {
        Walk walk = asked().days(4).answer("awaitReply", Map.of("reply", "PARTLY"))
                .answer("checkItems", Map.of("result", "ASK_AGAIN")).waitsFor("awaitReply", "recordFindings").days(4);
        assertThat(walk.times("removal.send", walk.id(1))).isEqualTo(2);
        assertThat(walk.times("removal.remind", walk.id(1))).isEqualTo(2);
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isZero();
    }

    @Test
    void whoseItIsIsDecidedByTheLeadAndEndsTheRequestWhereItIsNotTheirs() {
        Walk walk = asked().answer("awaitReply", Map.of("reply", "NOT_MINE"));
        assertThat(walk.item("decideIdentity").role()).isEqualTo(Role.LEAD);
        walk.answer("decideIdentity", Map.of("identity", "NOT_THEIRS")).waitsFor("recordFindings");
        assertThat(walk.run("content-removal").done()).contains("notTheirs");
    }

    @Test
    void whatIsTheirsIsAskedForAgain() {
        Walk walk = asked().answer("awaitReply", Map.of("reply", "NOT_MINE")).answer("decideIdentity", Map.of("identity", "THEIRS"))
                .waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.send", walk.id(1))).isEqualTo(2);
    }

    @Test
    void aChallengeGoesToTheLeadAndEndsTheRequestWhenUpheld() {
        Walk walk = asked().answer("awaitReply", Map.of("reply", "DISPUTED"));
        assertThat(walk.item("decideChallenge").role()).isEqualTo(Role.LEAD);
        walk.answer("decideChallenge", Map.of("challenge", "UPHELD")).waitsFor("recordFindings");
        assertThat(walk.run("content-removal").done()).contains("challengeUpheld");
    }

    @Test
    void aRejectedChallengeIsAskedAgain() {
        Walk walk = asked().answer("awaitReply", Map.of("reply", "DISPUTED"))
                .answer("decideChallenge", Map.of("challenge", "REJECTED")).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.send", walk.id(1))).isEqualTo(2);
    }

    /** What the subject says themself after somebody else recorded an answer for them takes these steps at once. */
    @ParameterizedTest
    @CsvSource({"REMOVED, checkItems, result, ASK_AGAIN, DISPUTED, decideChallenge", "DISPUTED, decideChallenge, challenge, REJECTED, REMOVED, checkItems",
        "MORE_TIME, decideExtension, extension, GRANTED, NOT_MINE, decideIdentity", "PARTLY, checkItems, result, ASK_AGAIN, MORE_TIME, decideExtension"})
    void whateverWasRecordedTheWayLeadsBackToTheAnswer(String recorded, String step, String decided, String again, String own, String next) {
        Walk walk = asked().answer("awaitReply", Map.of("reply", recorded)).answer(step, Map.of(decided, again))
                .answer("awaitReply", Map.of("reply", own)).waitsFor(next, "recordFindings").days(30).waitsFor(next, "recordFindings");
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isZero();
    }

    @Test
    void moreTimeIsDecidedAndThenAskedAgain() {
        Walk walk = asked().answer("awaitReply", Map.of("reply", "MORE_TIME"))
                .waitsFor("decideExtension", "recordFindings").answer("decideExtension", Map.of("extension", "GRANTED"))
                .waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.send", walk.id(1))).isEqualTo(2);
    }

    /** The clocks of the time that was given are gone with it. */
    @Test
    void timeThatIsTakenBackSendsAnotherLetterWithClocksOfItsOwn() {
        Walk walk = asked().answer("awaitReply", Map.of("reply", "MORE_TIME")).answer("decideExtension", Map.of("extension", "GRANTED")).days(1)
                .answer("awaitReply", Map.of("reply", "MORE_TIME")).answer("decideExtension", Map.of("extension", "REFUSED")).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.send", walk.id(1))).isEqualTo(3);
        walk.days(4).waitsFor("awaitReply", "recordFindings").days(1).waitsFor("decideOnSilence", "recordFindings");
        assertThat(walk.times("removal.remind", walk.id(1))).isOne();
    }

    @Test
    void theSubjectIsRemindedOnceBeforeTheDeadline() {
        Walk walk = asked().days(2);
        assertThat(walk.times("removal.remind", walk.id(1))).isZero();
        walk.days(2).waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.remind", walk.id(1))).isOne();
        assertThat(walk.run("content-removal").done()).contains("reminded");
    }

    @Test
    void silencePastTheDeadlineGoesToAPersonWhoAloneDecides() {
        Walk walk = asked().days(5).waitsFor("decideOnSilence", "recordFindings");
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isOne();
        assertThat(walk.item("decideOnSilence").role()).isEqualTo(Role.OFFICER);
        walk.days(60).waitsFor("decideOnSilence", "recordFindings");
    }

    @ParameterizedTest
    @CsvSource({"FURTHER_ACTION, furtherAction", "NO_ACTION, noAction"})
    void whatIsDecidedOnSilenceEndsTheRequest(String silence, String end) {
        Walk walk = asked().days(5).answer("decideOnSilence", Map.of("silence", silence)).waitsFor("recordFindings");
        assertThat(walk.run("content-removal").done()).contains(end);
        assertThat(walk.run("content-removal").endedAt()).isNotNull();
    }

    @Test
    void afterSilenceItCanBeAskedAgain() {
        Walk walk = asked().days(5).answer("decideOnSilence", Map.of("silence", "ASK_AGAIN"))
                .waitsFor("awaitReply", "recordFindings");
        assertThat(walk.times("removal.send", walk.id(1))).isEqualTo(2);
        walk.days(5).waitsFor("decideOnSilence", "recordFindings");
    }

    @Test
    void aLateReplyCountsUntilSomebodyHasDecided() {
        Walk walk = asked();
        walk.days(6).tell("repliedLate", "/R" + walk.id(1), Map.of("reply", "REMOVED"))
                .waitsFor("checkItems", "recordFindings");
    }

    @Test
    void aReplyAfterTheDecisionOnSilenceIsRefused() {
        Walk walk = asked().days(6).answer("decideOnSilence", Map.of("silence", "NO_ACTION"));
        assertThatThrownBy(() -> walk.tell("repliedLate", "/R" + walk.id(1), Map.of("reply", "REMOVED")))
                .isInstanceOf(Refusal.class).hasMessageContaining("worklist.refused.notNext");
    }

    @Test
    void aReplyCountsEvenWhileTheEngineCannotRecordThatItIsOverdue() {
        Walk walk = asked();
        walk.breaks("removal.markOverdue");
        walk.days(5).waitsFor("recordFindings");
        walk.tell("repliedLate", "/R" + walk.id(1), Map.of("reply", "DISPUTED")).waitsFor("decideChallenge", "recordFindings");
        walk.mends("removal.markOverdue");
        walk.days(1);
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isZero();
    }

    @Test
    void twoRequestsOfOneCaseKeepTheirOwnIds() {
        Walk walk = asked();
        walk.request("removalRequested", walk.id(2));
        assertThat(walk.times("removal.send", walk.id(2))).isOne();
        walk.answer("awaitReply", walk.id(2), Map.of("reply", "REMOVED")).waitsFor("awaitReply", "checkItems", "recordFindings");
        assertThat(walk.item("checkItems").targetId()).isEqualTo(walk.id(2));
        walk.days(5);
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isOne();
        assertThat(walk.times("removal.markOverdue", walk.id(2))).isZero();
        walk.answer("checkItems", walk.id(2), Map.of("result", "ASK_AGAIN"));
        assertThat(walk.times("removal.send", walk.id(1))).isOne();
        assertThat(walk.times("removal.send", walk.id(2))).isEqualTo(2);
    }

    private static Walk asked() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE");
        return walk.request("removalRequested", walk.id(1)).waitsFor("awaitReply", "recordFindings");
    }
}

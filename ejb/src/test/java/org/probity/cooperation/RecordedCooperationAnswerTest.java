package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.access.Signature;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.kernel.Refusal;

/** What an officer wrote down for the subject is theirs only as far as they do not say otherwise. */
class RecordedCooperationAnswerTest {

    @Test
    void theSubjectsOwnFollowsAndCounts() {
        CooperationRequest request = recorded();
        request.replied(SampleCooperation.reply(Answer.DECLINED), SampleCooperation.SUBJECT);
        assertThat(request.status()).isEqualTo(Status.REPLIED);
        assertThat(request.answers()).extracting(CooperationAnswer::recorded).containsExactly(true, false);
        assertThat(request.answers()).extracting(CooperationAnswer::follows).containsExactly(false, true);
    }

    @Test
    void itFollowsOnceAndOnlyFromTheSubject() {
        CooperationRequest request = recorded();
        assertThat(refused(request, SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.NOW)).endsWith("refused.notNow");
        request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
        assertThat(refused(request, SampleCooperation.reply(Answer.DECLINED), SampleCooperation.NOW)).endsWith("refused.notNow");
    }

    @Test
    void whatTheyAnsweredThemselfIsNotFollowedByAnother() {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.MEETING);
        request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
        assertThat(request.mayAnswer(SampleCooperation.NOW)).isFalse();
    }

    /** However soon somebody decides, there is as long to contradict as there was to answer. */
    @Test
    void onceDecidedItIsStillKeptUntilTheDeadlineAndChangesNothing() {
        CooperationRequest request = recorded();
        request.met(new MeetingRecord(SampleCooperation.NOW, "All", "Minutes", 30), SampleCooperation.SAY_BY, SampleCooperation.OFFICER);
        Instant late = SampleCooperation.REPLY_BY.plusSeconds(1);
        assertThat(request.mayAnswer(late)).isFalse();
        assertThat(refused(request, SampleCooperation.reply(Answer.DECLINED), late)).endsWith("refused.ended");
        request.replied(SampleCooperation.reply(Answer.DECLINED), SampleCooperation.SUBJECT);
        assertThat(request.status()).isEqualTo(Status.DONE);
        assertThat(request.answers()).hasSize(2);
    }

    @Test
    void whatLapsedWithItsCaseIsAnsweredByNobody() {
        CooperationRequest request = recorded();
        request.end(Status.WITHDRAWN, SampleCooperation.NOW);
        assertThat(request.mayAnswer(SampleCooperation.NOW)).isFalse();
    }

    @Test
    void aLateOneIsFollowedUntilSomebodyHasDecided() {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.MEETING);
        request.overdue(SampleCooperation.REPLY_BY);
        assertThatCode(() -> request.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER)).doesNotThrowAnyException();
        assertThat(request.mayAnswer(SampleCooperation.REPLY_BY.plusSeconds(1))).as("as long as nobody has decided").isTrue();
    }

    private static String refused(CooperationRequest request, CooperationReply reply, Instant at) {
        return catchThrowableOfType(Refusal.class, () -> request.replied(reply, new Signature(at, 12L, "Sam Subject"))).problems().get(0).key();
    }

    private static CooperationRequest recorded() {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.MEETING);
        request.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER);
        return request;
    }
}

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

    /** Who has no portal cannot say otherwise themself; what was recorded first stays as it was. */
    @Test
    void whoIsAskedByPostHasAnotherRecordedBesideTheFirst() {
        CooperationRequest request = recordedOfPosted();
        request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER);
        assertThat(request.status()).isEqualTo(Status.REPLIED);
        assertThat(request.answers()).extracting(CooperationAnswer::answer).containsExactly(Answer.AGREED, Answer.DECLINED);
        assertThat(request.answers()).extracting(CooperationAnswer::recorded).containsExactly(true, true);
        request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
        assertThat(request.mayBeRecorded(SampleCooperation.NOW)).as("they have said it themself").isFalse();
    }

    @Test
    void onceDecidedItIsRecordedUntilTheDeadlineAndChangesNothing() {
        CooperationRequest request = recordedOfPosted();
        request.met(new MeetingRecord(SampleCooperation.NOW, "All", "Minutes", 30), null, SampleCooperation.OFFICER);
        request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER);
        assertThat(request.status()).isEqualTo(Status.DONE);
        assertThat(request.answers()).hasSize(2);
        assertThat(refused(request, SampleCooperation.recorded(Answer.AGREED), SampleCooperation.REPLY_BY.plusSeconds(1))).endsWith("refused.ended");
    }

    @Test
    void nothingIsRecordedWithoutEnd() {
        CooperationRequest request = recordedOfPosted();
        for (int i = 1; i < CooperationRequest.MOST_ANSWERS; i++) {
            request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER);
        }
        assertThat(refused(request, SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.NOW)).endsWith("refused.notNow");
        assertThat(request.mayAnswer(SampleCooperation.NOW)).as("they may themself").isTrue();
    }

    /** A letter that says what was recorded has to reach them before their time is over. */
    @Test
    void whoIsAskedByPostHasTimeOnceALetterIsWithThem() {
        CooperationRequest request = recordedOfPosted();
        Instant until = SampleCooperation.REPLY_BY.plusSeconds(60);
        request.leaves(until);
        assertThat(request.replyBy()).isEqualTo(until).isEqualTo(request.round().replyBy());
        request.leaves(SampleCooperation.REPLY_BY);
        assertThat(request.replyBy()).isEqualTo(until);
        CooperationRequest inPortal = recorded();
        inPortal.leaves(until);
        assertThat(inPortal.replyBy()).isEqualTo(SampleCooperation.REPLY_BY);
    }

    private static CooperationRequest recordedOfPosted() {
        CooperationRequest request = SampleCooperation.asked(CooperationKind.MEETING);
        request.sentByPost(900L, SampleCooperation.NOW, 10);
        request.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER);
        return request;
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

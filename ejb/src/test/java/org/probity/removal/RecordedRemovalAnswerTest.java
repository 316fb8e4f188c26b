package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;
import org.probity.removal.RemovalReply.Answer;
import org.probity.removal.RemovalRequest.Status;

/** What an officer wrote down for the subject is theirs only as far as they do not say otherwise. */
class RecordedRemovalAnswerTest {

    @Test
    void theSubjectsOwnFollowsAndCounts() {
        RemovalRequest request = recorded();
        request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT);
        assertThat(request.status()).isEqualTo(Status.CHALLENGED);
        assertThat(request.answers()).extracting(RemovalAnswer::recorded).containsExactly(true, false);
        assertThat(request.answers()).extracting(RemovalAnswer::follows).containsExactly(false, true);
    }

    @Test
    void itFollowsOnceAndOnlyFromTheSubject() {
        RemovalRequest request = recorded();
        assertThat(refused(request, SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.NOW)).endsWith("refused.notNow");
        request.replied(SampleRemoval.own(Answer.REMOVED), SampleRemoval.SUBJECT);
        assertThat(refused(request, SampleRemoval.own(Answer.DISPUTED), SampleRemoval.NOW)).endsWith("refused.notNow");
    }

    /** Who has no portal cannot say otherwise themself; what was recorded first stays as it was. */
    @Test
    void whoIsAskedByPostHasAnotherRecordedBesideTheFirst() {
        RemovalRequest request = recordedOfPosted();
        request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
        assertThat(request.status()).isEqualTo(Status.CHALLENGED);
        assertThat(request.answers()).extracting(RemovalAnswer::answer).containsExactly(Answer.REMOVED, Answer.DISPUTED);
        assertThat(request.answers()).extracting(RemovalAnswer::recorded).containsExactly(true, true);
        request.replied(SampleRemoval.own(Answer.REMOVED), SampleRemoval.SUBJECT);
        assertThat(request.mayBeRecorded(SampleRemoval.NOW)).as("they have said it themself").isFalse();
    }

    @Test
    void onceDecidedItIsRecordedUntilTheDeadlineAndChangesNothing() {
        RemovalRequest request = recordedOfPosted();
        request.checked(List.of(new ItemCheck(1L, RemovalItem.Seen.GONE, null), new ItemCheck(2L, RemovalItem.Seen.GONE, null)),
                SampleRemoval.then(RemovalDecision.AfterCheck.COMPLIED), SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER);
        request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
        assertThat(request.status()).isEqualTo(Status.COMPLIED);
        assertThat(request.answers()).hasSize(2);
        assertThat(refused(request, SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.REPLY_BY.plusSeconds(1))).endsWith("refused.ended");
    }

    @Test
    void nothingIsRecordedWithoutEnd() {
        RemovalRequest request = recordedOfPosted();
        for (int i = 1; i < RemovalRequest.MOST_ANSWERS; i++) {
            request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
        }
        assertThat(refused(request, SampleRemoval.recorded(Answer.REMOVED), SampleRemoval.NOW)).endsWith("refused.notNow");
        assertThat(request.mayAnswer(SampleRemoval.NOW)).as("they may themself").isTrue();
    }

    /** A letter that says what was recorded has to reach them before their time is over. */
    @Test
    void whoIsAskedByPostHasTimeOnceALetterIsWithThem() {
        RemovalRequest request = recordedOfPosted();
        Instant until = SampleRemoval.REPLY_BY.plusSeconds(60);
        request.leaves(until);
        assertThat(request.replyBy()).isEqualTo(until).isEqualTo(request.round().replyBy());
        RemovalRequest inPortal = recorded();
        inPortal.leaves(until);
        assertThat(inPortal.replyBy()).isEqualTo(SampleRemoval.REPLY_BY);
    }

    private static RemovalRequest recordedOfPosted() {
        RemovalRequest request = SampleRemoval.sending();
        request.sentByPost(900L, SampleRemoval.NOW, 10);
        request.replied(SampleRemoval.recorded(Answer.REMOVED), SampleRemoval.OFFICER);
        return request;
    }

    @Test
    void whatTheyAnsweredThemselfIsNotFollowedByAnother() {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.own(Answer.REMOVED), SampleRemoval.SUBJECT);
        assertThat(request.mayAnswer(SampleRemoval.NOW)).isFalse();
    }

    /** However soon somebody decides, there is as long to contradict as there was to answer. */
    @Test
    void onceDecidedItIsStillKeptUntilTheDeadlineAndChangesNothing() {
        RemovalRequest request = recorded();
        request.checked(List.of(new ItemCheck(1L, RemovalItem.Seen.GONE, null), new ItemCheck(2L, RemovalItem.Seen.GONE, null)),
                SampleRemoval.then(RemovalDecision.AfterCheck.COMPLIED), SampleRemoval.NEXT_REPLY_BY, SampleRemoval.OFFICER);
        Instant late = SampleRemoval.REPLY_BY.plusSeconds(1);
        assertThat(request.mayAnswer(late)).isFalse();
        assertThat(refused(request, SampleRemoval.own(Answer.DISPUTED), late)).endsWith("refused.ended");
        request.replied(SampleRemoval.own(Answer.DISPUTED), SampleRemoval.SUBJECT);
        assertThat(request.status()).isEqualTo(Status.COMPLIED);
        assertThat(request.answers()).hasSize(2);
    }

    @Test
    void whatLapsedWithItsCaseIsAnsweredByNobody() {
        RemovalRequest request = recorded();
        request.end(Status.WITHDRAWN, SampleRemoval.NOW);
        assertThat(request.mayAnswer(SampleRemoval.NOW)).isFalse();
    }

    @Test
    void aLateOneIsFollowedUntilSomebodyHasDecided() {
        RemovalRequest request = SampleRemoval.sent();
        request.overdue(SampleRemoval.REPLY_BY);
        assertThatCode(() -> request.replied(SampleRemoval.recorded(Answer.REMOVED), SampleRemoval.OFFICER)).doesNotThrowAnyException();
        assertThat(request.mayAnswer(SampleRemoval.REPLY_BY.plusSeconds(1))).as("as long as nobody has decided").isTrue();
    }

    private static String refused(RemovalRequest request, RemovalReply reply, Instant at) {
        return catchThrowableOfType(Refusal.class, () -> request.replied(reply, new Signature(at, 12L, "Sam Subject"))).problems().get(0).key();
    }

    private static RemovalRequest recorded() {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.recorded(Answer.REMOVED), SampleRemoval.OFFICER);
        return request;
    }
}

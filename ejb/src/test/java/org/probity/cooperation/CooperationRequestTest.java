package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.probity.cooperation.SampleCooperation.LEAD;
import static org.probity.cooperation.SampleCooperation.NEXT;
import static org.probity.cooperation.SampleCooperation.NOW;
import static org.probity.cooperation.SampleCooperation.OFFICER;
import static org.probity.cooperation.SampleCooperation.REPLY_BY;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.Signature;
import org.probity.calendar.Standstill;
import org.probity.calendar.Stood;
import org.probity.cooperation.CooperationDecision.Authority;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationDecision.Silence;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

class CooperationRequestTest {

    private static final Standstill STOOD = Stood.since(NOW.plusSeconds(3600), 2);

    /** Nobody is told of time that they do not have: it had run out, or they have answered. */
    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"AUTHORITY_WANTED", "SENDING", "SENT"}, mode = EnumSource.Mode.EXCLUDE)
    void aPauseMovesNoDeadlineByWhichNothingIsAwaited(Status status) {
        CooperationRequest request = SampleCooperation.in(status);
        Instant before = request.replyBy();
        request.shift(STOOD);
        assertThat(request.replyBy()).isEqualTo(before).isEqualTo(request.round().replyBy());
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"AUTHORITY_WANTED", "SENDING", "SENT"})
    void aPauseMovesTheDeadlineByWhichAnAnswerIsAwaited(Status status) {
        CooperationRequest request = SampleCooperation.in(status);
        request.shift(STOOD);
        assertThat(request.replyBy()).isEqualTo(STOOD.moved(null, REPLY_BY)).isAfter(REPLY_BY).isEqualTo(request.round().replyBy());
    }

    @Test
    void theTimeToSayThatTheMinutesAreWrongMovesToo() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        request.met(new MeetingRecord(NOW, "Both", "What they said", 30), SampleCooperation.SAY_BY, OFFICER);
        request.shift(STOOD);
        assertThat(request.meetings().get(0).sayBy()).isEqualTo(STOOD.moved(null, SampleCooperation.SAY_BY)).isAfter(SampleCooperation.SAY_BY);
        request.meetings().get(0).said(new MinutesReply(true, null), NOW);
        Instant before = request.meetings().get(0).sayBy();
        request.shift(STOOD);
        assertThat(request.meetings().get(0).sayBy()).isEqualTo(before);
    }

    /** Else months would be added in which none of their time ran. */
    @Test
    void whatIsRecordedOfPostedMinutesWhileTheClocksStandIsGivenTheTimeSinceThenAlone() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        request.met(new MeetingRecord(NOW, "Both", "What they said", 30), SampleCooperation.SAY_BY, OFFICER);
        HeldMeeting meeting = request.meetings().get(0);
        meeting.posted(900L, 10);
        meeting.served(SampleCooperation.SAY_BY);
        Instant written = STOOD.to().minusSeconds(60);
        meeting.recorded(new MinutesReply(true, null, CooperationReply.Channel.LETTER), new Signature(written, 11L, "Olwen Officer"));
        request.shift(STOOD);
        assertThat(meeting.sayBy()).isEqualTo(STOOD.moved(written, SampleCooperation.SAY_BY)).isBefore(STOOD.moved(null, SampleCooperation.SAY_BY));
    }

    /** The subject knows of the time that it is moved to, and agrees to that one anew. */
    @Test
    void aMeetingThatIsMovedIsANewRound() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
        request.considered(Consideration.ASK_AGAIN, "The room is not free", NEXT, OFFICER);
        assertThat(request.status()).isEqualTo(Status.SENDING);
        assertThat(request.round().number()).isEqualTo(2);
        assertThat(request.alleged()).isEqualTo(SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED).alleged());
    }

    @Test
    void theTimeToSayOtherwiseThanWasRecordedMovesToo() {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        request.replied(SampleCooperation.recorded(Answer.ANSWERED), OFFICER);
        request.shift(STOOD);
        assertThat(request.replyBy()).isEqualTo(STOOD.moved(null, REPLY_BY));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAccessWaitsForAuthority(CooperationKind kind) {
        assertThat(SampleCooperation.asked(kind).status())
                .isEqualTo(kind == CooperationKind.ACCESS ? Status.AUTHORITY_WANTED : Status.SENDING);
    }

    @ParameterizedTest
    @EnumSource
    void agreeingLeadsOnOnlyWhereSomethingIsToTakePlace(CooperationKind kind) {
        boolean happens = kind == CooperationKind.MEETING || kind == CooperationKind.SUPERVISED_LOOK
                || kind == CooperationKind.ACCESS;
        assertThat(SampleCooperation.answered(kind, Answer.AGREED).status()).isEqualTo(happens ? Status.AGREED : Status.REPLIED);
    }

    @Test
    void authorityStartsTheTimeToAnswerAndNamesTheLead() {
        CooperationRequest request = SampleCooperation.asked(CooperationKind.ACCESS);
        request.authorised(Authority.GRANTED, "No milder way", NEXT.replyBy(), LEAD);
        assertThat(request.replyBy()).isEqualTo(NEXT.replyBy()).isEqualTo(request.round().replyBy());
        assertThat(request.decisions()).singleElement().satisfies(d -> assertThat(d.signed()).isEqualTo(LEAD));
    }

    @Test
    void decliningStaysWhatItIsWithItsReasons() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.ACCESS, Answer.DECLINED);
        assertThat(request.status()).isEqualTo(Status.REPLIED);
        request.considered(Consideration.ENOUGH, null, NEXT, OFFICER);
        assertThat(request.status()).isEqualTo(Status.DECLINED);
        assertThat(request.answer()).get().satisfies(answer -> {
            assertThat(answer.words()).isEqualTo("In my words");
            assertThat(answer.companion()).isEqualTo("A colleague");
            assertThat(answer.adjustments()).isEqualTo("A hearing loop");
            assertThat(answer.language()).isEqualTo(Language.CY);
        });
    }

    @Test
    void eachReminderGoesOutOnceInEachRound() {
        CooperationRequest request = SampleCooperation.sent(CooperationKind.STATEMENT);
        assertThat(Stream.of(1, 1, 2, 2).map(nth -> request.remind(nth, NOW))).containsExactly(true, false, true, false);
        request.overdue(REPLY_BY);
        request.silenceDecided(CooperationDecision.Silence.ASK_AGAIN, "Once more", NEXT, OFFICER);
        request.sent(901L, NOW);
        assertThat(request.remind(1, NOW)).isTrue();
    }

    /** As where the server was away when it was due. */
    @Test
    void noReminderFollowsItsDeadline() {
        assertThat(SampleCooperation.sent(CooperationKind.STATEMENT).remind(2, REPLY_BY.minusSeconds(1))).isTrue();
        assertThat(SampleCooperation.sent(CooperationKind.STATEMENT).remind(2, REPLY_BY)).isFalse();
    }

    @Test
    void askingAgainMovesTheMeeting() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, Answer.OTHER_DATE);
        request.considered(Consideration.ASK_AGAIN, "You asked for the afternoon", NEXT, OFFICER);
        assertThat(request.round().meetingAt()).isEqualTo(NEXT.meetingAt());
        assertThat(request.round().reasons()).isEqualTo("You asked for the afternoon");
        assertThat(request.rounds()).hasSize(2);
    }

    @Test
    void theEndOfAccessKeepsWhenItWasGivenAndThatThePasswordWasChanged() {
        CooperationRequest request = SampleCooperation.answered(CooperationKind.ACCESS, Answer.AGREED);
        request.accessEnded(new AccessEnd(NOW.plus(Duration.ofHours(1)), true), OFFICER);
        assertThat(request.status()).isEqualTo(Status.DONE);
        assertThat(request.accesses()).singleElement().satisfies(access -> {
            assertThat(access.givenAt()).isEqualTo(NOW);
            assertThat(access.passwordChanged()).isTrue();
        });
    }

    @Test
    void noRowHasAPlaceForAPassword() {
        assertThat(Stream.of(CooperationRequest.class, CooperationRound.class, CooperationAnswer.class, HeldMeeting.class,
                EndedAccess.class, CooperationDecision.class).flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> field.getType() == String.class).map(Field::getName))
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).matches(".*(password|secret|credential|login).*"));
    }

    @Test
    void aLateAnswerIsMarkedAsLate() {
        CooperationRequest request = SampleCooperation.overdue();
        CooperationAnswer answer = request.replied(SampleCooperation.reply(Answer.ANSWERED),
                new Signature(REPLY_BY.plusSeconds(1), 12L, "Sam Subject"));
        assertThat(answer.late()).isTrue();
        assertThat(request.processKey()).isEqualTo("CHSCB-2026-0042/C200");
    }

    @Test
    void afterTheLastRoundItIsDecidedAndNotAskedAgain() {
        CooperationRequest request = SampleCooperation.overdue();
        for (int round = 1; round < CooperationRequest.MOST_ROUNDS; round++) {
            request.silenceDecided(Silence.ASK_AGAIN, "Once more", NEXT, OFFICER);
            request.sent(900L, NOW);
            request.overdue(REPLY_BY);
        }
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> request.silenceDecided(Silence.ASK_AGAIN, "Once more", NEXT, OFFICER));
        assertThat(refusal.problems()).singleElement().extracting(Refusal.Problem::key).isEqualTo("cooperation.refused.manyRounds");
    }
}

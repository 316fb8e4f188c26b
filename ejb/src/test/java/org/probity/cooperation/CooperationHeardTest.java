package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.cooperation.CooperationReply.Answer;

/** Nobody is heard by what somebody else says for them, before they had their time to say it themself. */
class CooperationHeardTest {

    private static final Duration BEYOND = Duration.between(SampleCooperation.NOW, SampleCooperation.REPLY_BY).plusSeconds(1);

    private final TestDatabase database = TestDatabase.get();
    private final TestClock clock = new TestClock(SampleCooperation.NOW);
    private final HeldCase held = new HeldCase().joined();
    private final String reference = held.reference();
    private final Long alleged = held.alleged("3.5.2").id();

    @Test
    void whatSomebodyElseRecordedCountsOnlyOnceTheDeadlineHasPassed() {
        keep(request -> request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER));
        assertThat(heard()).isFalse();
        clock.advance(BEYOND);
        assertThat(heard()).isTrue();
    }

    /** They cannot read any more what was recorded for them, nor say otherwise. */
    @Test
    void whatSomebodyElseRecordedHearsNobodyWhoLeftBeforeTheirTimeWasOver() {
        keep(request -> request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER));
        clock.advance(BEYOND);
        held.left(SampleCooperation.REPLY_BY.plusSeconds(1));
        assertThat(heard()).isTrue();
        held.left(SampleCooperation.REPLY_BY.minusSeconds(1));
        assertThat(heard()).isFalse();
    }

    @Test
    void whoConfirmsOrContradictsItIsHeardAtOnce() {
        keep(request -> {
            request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER);
            request.replied(SampleCooperation.reply(Answer.DECLINED), SampleCooperation.SUBJECT);
        });
        assertThat(heard()).isTrue();
    }

    @Test
    void whoAnswersThemselfIsHeardAtOnce() {
        keep(request -> request.replied(SampleCooperation.reply(Answer.DECLINED), SampleCooperation.SUBJECT));
        assertThat(heard()).isTrue();
    }

    @Test
    void silenceCountsOnceItIsNoticed() {
        Long id = keep(request -> { });
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
        database.run("chscb", entities -> entities.find(CooperationRequest.class, id).overdue(clock.instant()));
        assertThat(heard()).isTrue();
    }

    @Test
    void whoWantsAnotherDateIsNotHeardByThat() {
        keep(request -> request.replied(SampleCooperation.reply(Answer.OTHER_DATE), SampleCooperation.SUBJECT));
        assertThat(heard()).isFalse();
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
    }

    @Test
    void whoIsBeingAskedHasTimeThatRuns() {
        Long id = keep(request -> { });
        assertThat(awaited()).isTrue();
        database.run("chscb", entities -> entities.find(CooperationRequest.class, id).overdue(clock.instant()));
        assertThat(awaited()).isFalse();
    }

    @Test
    void whoseAnswerSomebodyElseRecordedHasTimeToSayOtherwise() {
        keep(request -> request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER));
        assertThat(awaited()).isTrue();
        clock.advance(BEYOND);
        assertThat(awaited()).isFalse();
    }

    @Test
    void whatLapsedWithItsCaseHearsNobody() {
        keep(request -> {
            request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER);
            request.end(CooperationRequest.Status.WITHDRAWN, SampleCooperation.NOW);
        });
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
        assertThat(awaited()).isFalse();
    }

    @Test
    void whoOnlyAgreesToComeIsNotHeardByThat() {
        keep(request -> request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT));
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
    }

    /** An officer wrote the minutes: they speak for the subject once these had their time to say that it was not so. */
    @ParameterizedTest
    @EnumSource(value = CooperationReply.Channel.class, names = {"PORTAL", "TELEPHONE"})
    void whatWasWrittenDownAtAMeetingCountsOnlyOnceTheTimeToContradictItIsOver(CooperationReply.Channel channel) {
        keep(CooperationKind.MEETING, List.of(alleged), request -> {
            request.replied(channel == CooperationReply.Channel.PORTAL ? SampleCooperation.reply(Answer.AGREED) : SampleCooperation.recorded(Answer.AGREED),
                    channel == CooperationReply.Channel.PORTAL ? SampleCooperation.SUBJECT : SampleCooperation.OFFICER);
            met(request);
        });
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
        assertThat(awaited()).isTrue();
        clock.advance(Duration.between(SampleCooperation.REPLY_BY, SampleCooperation.SAY_BY));
        assertThat(heard()).isTrue();
        assertThat(awaited()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoConfirmsTheMinutesOrContradictsThemIsHeardAtOnce(boolean right) {
        keep(CooperationKind.MEETING, List.of(alleged), request -> {
            request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
            met(request);
            request.meetings().get(0).said(new MinutesReply(right, "I said nothing of the sort"), clock.instant());
        });
        assertThat(heard()).isTrue();
        assertThat(awaited()).isFalse();
    }

    /** Their time begins with the letter that has to be posted, and until then the case waits for that. */
    @Test
    void minutesThatAreToBePostedHearNobodyBeforeTheyAreThere() {
        keep(CooperationKind.MEETING, List.of(alleged), request -> {
            request.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER);
            request.met(new MeetingRecord(SampleCooperation.NOW, "Both", "What they said of it", 30), null, SampleCooperation.OFFICER);
            request.meetings().get(0).posted(held.letter(), 10);
        });
        clock.advance(Duration.between(SampleCooperation.NOW, SampleCooperation.SAY_BY).plusDays(60));
        assertThat(heard()).isFalse();
        assertThat(awaited()).isTrue();
    }

    /** As it came from an archive of a time when nobody was asked. */
    @Test
    void minutesThatNobodyWasAskedAboutHearNobodyByThemselves() {
        keep(CooperationKind.MEETING, List.of(alleged), request -> {
            request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
            request.met(new MeetingRecord(SampleCooperation.NOW, "Both", "What they said of it", 30), null, SampleCooperation.OFFICER);
        });
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
        assertThat(awaited()).isFalse();
    }

    @Test
    void aMeetingHearsOnWhatItsOwnRequestPut() {
        keep(request -> request.replied(SampleCooperation.reply(Answer.OTHER_DATE), SampleCooperation.SUBJECT));
        keep(CooperationKind.MEETING, List.of(), request -> {
            request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
            met(request);
        });
        clock.advance(BEYOND);
        assertThat(heard()).isFalse();
    }

    private static void met(CooperationRequest request) {
        request.met(new MeetingRecord(SampleCooperation.NOW, "Sam Subject, Olwen Officer", "What they said of it", 30), SampleCooperation.SAY_BY, SampleCooperation.OFFICER);
    }

    @Test
    void whoWantsAnotherDateIsAwaitedUntilThatIsDecided() {
        keep(request -> request.replied(SampleCooperation.reply(Answer.OTHER_DATE), SampleCooperation.SUBJECT));
        assertThat(awaited()).isTrue();
    }

    @Test
    void whatWasDeclinedOrLeftUnansweredWaitsForADecision() {
        Long id = keep(request -> { });
        assertThat(undecided()).isFalse();
        database.run("chscb", entities -> entities.find(CooperationRequest.class, id).overdue(clock.instant()));
        assertThat(undecided()).isTrue();
        database.run("chscb", entities -> entities.find(CooperationRequest.class, id).end(CooperationRequest.Status.PROCEEDED, clock.instant()));
        assertThat(undecided()).isFalse();
        keep(request -> request.replied(SampleCooperation.reply(Answer.DECLINED), SampleCooperation.SUBJECT));
        assertThat(undecided()).isTrue();
    }

    @Test
    void whoConfirmedAnAccountWasAskedNothingElse() {
        keep(CooperationKind.CONFIRM_ACCOUNT, List.of(), request -> request.replied(SampleCooperation.reply(Answer.ANSWERED), SampleCooperation.SUBJECT));
        keep(CooperationKind.CONFIRM_ACCOUNT, List.of(), request -> request.overdue(clock.instant()));
        keep(CooperationKind.MEETING, List.of(), request -> request.replied(SampleCooperation.reply(Answer.DECLINED), SampleCooperation.SUBJECT));
        assertThat(put()).isEmpty();
        assertThat(heardOn()).isEmpty();
    }

    @Test
    void eachAllegationIsPutByItself() {
        Long other = held.alleged("3.5.3").id();
        keep(request -> request.replied(SampleCooperation.reply(Answer.ANSWERED), SampleCooperation.SUBJECT));
        assertThat(put()).containsExactly(alleged);
        assertThat(heardOn()).containsExactly(alleged);
        keep(CooperationKind.STATEMENT, List.of(other), request -> { });
        assertThat(put()).containsExactlyInAnyOrder(alleged, other);
        assertThat(heardOn()).containsExactly(alleged);
    }

    @Test
    void whoeverIsAskedAgainIsAskedAboutTheSameAndNothingIsPutBeforeItIsSent() {
        Long id = keep(request -> request.replied(SampleCooperation.reply(Answer.OTHER_DATE), SampleCooperation.SUBJECT));
        database.run("chscb", entities -> {
            CooperationRequest request = entities.find(CooperationRequest.class, id);
            request.considered(CooperationDecision.Consideration.ASK_AGAIN, "More time", SampleCooperation.NEXT, SampleCooperation.OFFICER);
            assertThat(request.alleged()).containsExactly(alleged);
            request.sent(null, clock.instant());
            request.overdue(clock.instant());
            entities.persist(request);
        });
        assertThat(heard()).isTrue();
        HeldCase unsent = new HeldCase();
        Long waiting = unsent.alleged("3.5.2").id();
        database.run("chscb", entities -> entities.persist(new CooperationRequest(unsent.reference(), unsent.subject(), LocalDate.of(2026, 11, 2),
                new NewCooperation(CooperationKind.STATEMENT, "Your side", "The photograph", null, null, null, null, List.of(waiting)),
                SampleCooperation.NEXT, SampleCooperation.OFFICER)));
        assertThat(database.<Set<Long>>call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).put(unsent.reference()))).isEmpty();
    }

    private boolean undecided() {
        return database.call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).undecided(reference));
    }

    private boolean awaited() {
        return database.call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).subjectAwaited(reference));
    }

    private boolean heard() {
        return heardOn().contains(alleged);
    }

    private Set<Long> heardOn() {
        return database.call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).heard(reference));
    }

    private Set<Long> put() {
        return database.call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).put(reference));
    }

    private Long keep(Consumer<CooperationRequest> answers) {
        return keep(CooperationKind.STATEMENT, List.of(alleged), answers);
    }

    private Long keep(CooperationKind kind, List<Long> allegations, Consumer<CooperationRequest> answers) {
        return database.call("chscb", entities -> {
            CooperationRequest request = new CooperationRequest(reference, held.subject(), LocalDate.of(2026, 11, 2), new NewCooperation(kind, "Your side",
                    "The photograph", null, null, null, null, allegations), new CooperationRound.Term(SampleCooperation.REPLY_BY, null, null, null), SampleCooperation.OFFICER);
            entities.persist(request);
            request.sent(null, SampleCooperation.NOW);
            answers.accept(request);
            entities.persist(request);
            entities.flush();
            return request.id();
        });
    }
}

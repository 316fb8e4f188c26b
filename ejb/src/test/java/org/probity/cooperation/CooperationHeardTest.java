package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.identity.Person;
import org.probity.kernel.Language;
import org.probity.cooperation.CooperationReply.Answer;

/** Nobody is heard by what somebody else says for them, before they had their time to say it themself. */
class CooperationHeardTest {

    private static final Duration BEYOND = Duration.between(SampleCooperation.NOW, SampleCooperation.REPLY_BY).plusSeconds(1);

    private final TestDatabase database = TestDatabase.get();
    private final TestClock clock = new TestClock(SampleCooperation.NOW);
    private final String reference = "CHSCB-H-" + System.nanoTime() % 1_000_000_000;

    @Test
    void whatSomebodyElseRecordedCountsOnlyOnceTheDeadlineHasPassed() {
        keep(request -> request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER));
        assertThat(heard()).isFalse();
        clock.advance(BEYOND);
        assertThat(heard()).isTrue();
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

    private boolean undecided() {
        return database.call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).undecided(reference));
    }

    private boolean awaited() {
        return database.call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).subjectAwaited(reference));
    }

    private boolean heard() {
        return database.call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).subjectHeard(reference));
    }

    private Long keep(Consumer<CooperationRequest> answers) {
        return database.call("chscb", entities -> {
            Person subject = new Person("Sam Subject", null, null, null, null, Language.EN);
            entities.persist(subject);
            CooperationRequest request = new CooperationRequest(reference, subject.id(), LocalDate.of(2026, 11, 2), new NewCooperation(CooperationKind.STATEMENT, "Your side", "The photograph",
                    null, null, null, null, null), new CooperationRound.Term(SampleCooperation.REPLY_BY, null, null), SampleCooperation.OFFICER);
            entities.persist(request);
            request.sent(null, SampleCooperation.NOW);
            answers.accept(request);
            request.answers().forEach(entities::persist);
            entities.flush();
            return request.id();
        });
    }
}

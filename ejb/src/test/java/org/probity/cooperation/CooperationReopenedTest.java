package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.calendar.WorkingDays;
import org.probity.closure.EndedCase;
import org.probity.cooperation.CooperationDecision.Consideration;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.tenancy.Boards;

/** Nobody is heard by a time that ran while their case had ended, in which they could say nothing. */
class CooperationReopenedTest {

    private final TestClock clock = new TestClock(SampleCooperation.NOW);
    private final HeldCase held = new HeldCase().joined();
    private final EndedCase ended = new EndedCase(held, clock);
    private final Long alleged = held.alleged("3.5.2").id();
    private final List<String> told = new ArrayList<>();

    /** How a case ends. */
    enum End {
        CLOSED, WITHDRAWN, WITHDRAWN_WHILE_PAUSED;

        private void of(EndedCase running) {
            switch (this) {
                case CLOSED -> running.close();
                case WITHDRAWN -> running.withdraw();
                case WITHDRAWN_WHILE_PAUSED -> {
                    running.pause();
                    running.withdraw();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoSaidNothingOfTheMinutesMeanwhileMaySayItStill(End how) {
        Long id = met();
        how.of(ended);
        reopenAfterAMonth();
        assertThat(heard()).isFalse();
        assertThat(awaited()).isTrue();
        assertThat(told).containsExactly("time again");
        clock.set(of(id).meetings().get(0).sayBy().plusSeconds(1));
        assertThat(heard()).isTrue();
        assertThat(awaited()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoDidNotContradictMeanwhileWhatWasRecordedForThemMayDoSoStill(End how) {
        Long id = recorded();
        how.of(ended);
        reopenAfterAMonth();
        assertThat(heard()).isFalse();
        assertThat(awaited()).isTrue();
        assertThat(told).containsExactly("time again");
        clock.set(of(id).replyBy().plusSeconds(1));
        assertThat(heard()).isTrue();
        assertThat(awaited()).isFalse();
    }

    /** A pause that is resumed gives that back; one in which the case is withdrawn does so when it is opened again. */
    @Test
    void whatRanOutInThePauseBeforeTheEndIsGivenBack() {
        Long id = recorded();
        ended.pause();
        clock.set(SampleCooperation.REPLY_BY.plus(Duration.ofDays(3)));
        ended.withdraw();
        reopenAfterAMonth();
        assertThat(heard()).isFalse();
        assertThat(of(id).mayAnswerOtherwise(clock.instant())).isTrue();
    }

    @Test
    void whatRanOutBeforeTheEndStaysSo() {
        recorded();
        clock.set(SampleCooperation.REPLY_BY.plusSeconds(1));
        ended.withdraw();
        reopenAfterAMonth();
        assertThat(heard()).isTrue();
        assertThat(told).isEmpty();
    }

    /** Such as whoever left the board meanwhile; of minutes that they had read in the portal the letter that says so has the whole. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoeverHasNoWayToItHasALetter(boolean minutes) {
        if (minutes) {
            met();
        } else {
            recorded();
        }
        ended.withdraw();
        held.readable(false);
        reopenAfterAMonth();
        assertThat(told).containsExactly(minutes ? "minutes" : "time again");
        assertThat(heard()).isFalse();
    }

    private Long met() {
        return keep(CooperationKind.MEETING, request -> {
            request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
            request.met(new MeetingRecord(SampleCooperation.NOW, "Both", "What they said of it", 30), SampleCooperation.SAY_BY, SampleCooperation.OFFICER);
        });
    }

    private Long recorded() {
        return keep(CooperationKind.STATEMENT, request -> {
            request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER);
            request.considered(Consideration.ENOUGH, null, SampleCooperation.NEXT, SampleCooperation.OFFICER);
        });
    }

    private void reopenAfterAMonth() {
        clock.advance(Duration.ofDays(30));
        ended.reopen((entities, again) -> end(entities).goOn(again));
    }

    private CooperationEnd end(EntityManager entities) {
        CooperationPost post = new CooperationPost() {
            @Override
            void timeAgain(CooperationRequest any) {
                told.add("time again");
            }

            @Override
            Long letter(CooperationRequest any, HeldMeeting meeting, int days) {
                told.add("minutes");
                return held.letter();
            }
        };
        return TestDatabase.wire(new CooperationEnd(), entities, clock, post, TestDatabase.wire(new MinutesPost(), entities, clock, post, held.directory(),
                TestDatabase.wire(new WorkingDays(), entities), TestDatabase.wire(new Boards(), entities), TestDatabase.wire(new CooperationTrail(), entities, held.audit())));
    }

    private CooperationRequest of(Long id) {
        return TestDatabase.get().call("chscb", entities -> {
            CooperationRequest request = entities.find(CooperationRequest.class, id);
            request.rounds();
            request.answers();
            request.meetings();
            return request;
        });
    }

    private boolean heard() {
        return TestDatabase.get().call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).heard(held.reference())).contains(alleged);
    }

    private boolean awaited() {
        return TestDatabase.get().call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).subjectAwaited(held.reference()));
    }

    private Long keep(CooperationKind kind, Consumer<CooperationRequest> answers) {
        return CurrentCaller.call(Caller.system(), () -> TestDatabase.get().call("chscb", entities -> {
            CooperationRequest request = new CooperationRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2), new NewCooperation(kind, "Your side",
                    "The photograph", null, null, null, null, List.of(alleged)), new CooperationRound.Term(SampleCooperation.REPLY_BY, null, null, null),
                    SampleCooperation.OFFICER);
            entities.persist(request);
            request.sent(null, SampleCooperation.NOW);
            answers.accept(request);
            entities.persist(request);
            entities.flush();
            return request.id();
        }));
    }
}

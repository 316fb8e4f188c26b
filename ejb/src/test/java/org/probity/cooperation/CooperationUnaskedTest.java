package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.Fired;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Signature;
import org.probity.calendar.ReplyDays;
import org.probity.calendar.Standstill;
import org.probity.calendar.Stood;
import org.probity.calendar.WorkingDays;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.correspondence.AskingWanted;
import org.probity.investigation.AskedAgain;
import org.probity.investigation.DeskMail;
import org.probity.worklist.Work;

/** No time that somebody has is shortened by a possible protected disclosure that nobody has decided on yet. */
class CooperationUnaskedTest {

    /** A minute before it is over; it is decided to be none two weeks later. */
    private static final Instant RAISED = SampleCooperation.REPLY_BY.minusSeconds(60);
    private static final Instant DECIDED = Instant.parse("2026-12-18T10:00:00Z");

    /** Two working days after that. */
    private static final Instant LEFT = Instant.parse("2026-12-22T17:00:00Z");

    private final TestClock clock = new TestClock(SampleCooperation.NOW);
    private final HeldCase held = new HeldCase().joined();
    private final Long alleged = held.alleged("3.5.2").id();

    @Test
    void whoSaidNothingOfTheMinutesMeanwhileIsNotHeardByThatAndMaySayItStill() {
        Long id = keep(CooperationKind.MEETING, request -> {
            request.replied(SampleCooperation.reply(Answer.AGREED), SampleCooperation.SUBJECT);
            request.met(new MeetingRecord(SampleCooperation.NOW, "Both", "What they said of it", 30), SampleCooperation.REPLY_BY, SampleCooperation.OFFICER);
        });
        raisedAndDecided();
        assertThat(request(id).meetings()).singleElement().satisfies(meeting -> {
            assertThat(meeting.sayBy()).isEqualTo(LEFT);
            assertThat(meeting.isOpen(DECIDED)).isTrue();
        });
        clock.set(request(id).meetings().get(0).sayBy().plusSeconds(1));
        assertThat(heard()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"ANSWERED", "DECLINED"})
    void whoDidNotContradictMeanwhileWhatWasRecordedForThemIsNotHeardByThat(Answer answer) {
        Long id = keep(CooperationKind.STATEMENT, request -> request.replied(SampleCooperation.recorded(answer), SampleCooperation.OFFICER));
        raisedAndDecided();
        assertThat(request(id).replyBy()).isEqualTo(LEFT).isEqualTo(request(id).round().replyBy());
        assertThat(request(id).mayAnswer(LEFT)).isTrue();
        clock.set(request(id).replyBy().plusSeconds(1));
        assertThat(heard()).isTrue();
    }

    /** However short what was left of it, and however soon it was decided. */
    @Test
    void twoWorkingDaysAreLeftAtLeast() {
        Long id = keep(CooperationKind.STATEMENT, request -> request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER));
        askedAgain(Stood.between(RAISED, RAISED.plusSeconds(120)).leaving(LEFT));
        assertThat(request(id).replyBy()).isEqualTo(LEFT);
    }

    @Test
    void whatRanOutBeforeStaysSo() {
        keep(CooperationKind.STATEMENT, request -> request.replied(SampleCooperation.recorded(Answer.DECLINED), SampleCooperation.OFFICER));
        askedAgain(Stood.between(SampleCooperation.REPLY_BY.plusSeconds(1), DECIDED).leaving(LEFT));
        clock.set(DECIDED);
        assertThat(heard()).isTrue();
    }

    /** They could be answered meanwhile, so they ran: a deadline that is still to come is later by that. */
    @Test
    void theClocksOfWhatTheyAreAskedMoveByThatTime() {
        Long id = keep(CooperationKind.STATEMENT, request -> { });
        String key = held.reference() + "/C" + id;
        Standstill stood = Stood.since(SampleCooperation.NOW, 3);
        askedAgain(stood);
        assertThat(held.clocks()).containsExactly("suspend [" + key + "]", "resume [" + key + ", " + stood + "]");
        assertThat(request(id).replyBy()).isEqualTo(Instant.parse("2026-12-09T17:00:00Z"));
    }

    /** It passed meanwhile and was not held against them: neither is that they do not contradict at once what is recorded then. */
    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"ANSWERED", "DECLINED"})
    void whatIsRecordedAfterASilenceThatProvesNothingCanBeContradicted(Answer answer) {
        Long id = keep(CooperationKind.STATEMENT, request -> request.overdue(null));
        askedAgain(Stood.between(RAISED, DECIDED).leaving(LEFT));
        clock.set(Instant.parse("2026-12-30T10:00:00Z"));
        in(entities -> record(entities, id, SampleCooperation.recorded(answer)));
        assertThat(heard()).isFalse();
        assertThat(request(id).replyBy()).isEqualTo(Instant.parse("2027-01-04T17:00:00Z"));
        clock.set(request(id).replyBy().plusSeconds(1));
        assertThat(heard()).isTrue();
    }

    @Test
    void whoAnswersThemselfThenHasNoOtherTime() {
        Long id = keep(CooperationKind.STATEMENT, request -> request.overdue(null));
        clock.set(DECIDED);
        in(entities -> record(entities, id, SampleCooperation.reply(Answer.ANSWERED)));
        assertThat(request(id).replyBy()).isEqualTo(SampleCooperation.REPLY_BY);
    }

    private void record(EntityManager entities, Long id, CooperationReply reply) {
        CooperationRequest request = entities.find(CooperationRequest.class, id);
        TestDatabase.wire(new CooperationRules(), TestDatabase.wire(new ReplyDays(), clock, TestDatabase.wire(new WorkingDays(), entities))).leaveTime(request, reply);
        entities.persist(request.replied(reply, new Signature(clock.instant(), 11L, "Olwen Officer")));
    }

    /** Its time is over by the calendar, while it is undecided and once it is decided to be none. */
    private void raisedAndDecided() {
        held.unasked(RAISED);
        clock.set(DECIDED);
        assertThat(heard()).as("undecided").isFalse();
        held.unasked(null);
        askedAgain(Stood.between(RAISED, DECIDED).leaving(LEFT));
        assertThat(heard()).as("decided just now").isFalse();
    }

    private void askedAgain(Standstill stood) {
        in(entities -> TestDatabase.wire(new CooperationEnd(), entities, clock, held.clockwork(), TestDatabase.wire(new Work(), entities, clock), post(),
                TestDatabase.wire(new MinutesPost(), entities, clock, held.directory())).goOn(new AskedAgain(held.reference(), stood)));
    }

    private CooperationPost post() {
        return TestDatabase.wire(new CooperationPost(), held.investigations(), held.directory(), clock, new Fired<AskingWanted>(), new DeskMail() {
            @Override
            public void officer(String of, String key, String template) {
                throw new AssertionError(template);
            }
        });
    }

    private CooperationRequest request(Long id) {
        return TestDatabase.get().call("chscb", entities -> {
            CooperationRequest request = entities.find(CooperationRequest.class, id);
            request.rounds();
            request.meetings();
            request.answers();
            return request;
        });
    }

    private boolean heard() {
        return TestDatabase.get().call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).heard(held.reference())).contains(alleged);
    }

    private Long keep(CooperationKind kind, Consumer<CooperationRequest> answers) {
        return TestDatabase.get().call("chscb", entities -> {
            CooperationRequest request = new CooperationRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2), new NewCooperation(kind, "Your side",
                    "The photograph", null, null, null, null, List.of(alleged)), new CooperationRound.Term(SampleCooperation.REPLY_BY, null, null, null),
                    SampleCooperation.OFFICER);
            entities.persist(request);
            request.sent(null, SampleCooperation.NOW);
            answers.accept(request);
            entities.persist(request);
            entities.flush();
            return request.id();
        });
    }

    private static void in(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> TestDatabase.get().run("chscb", work));
    }
}

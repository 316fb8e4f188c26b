package org.probity.removal;

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
import org.probity.correspondence.AskingWanted;
import org.probity.investigation.AskedAgain;
import org.probity.removal.RemovalReply.Answer;
import org.probity.worklist.Work;

/** No time that somebody has is shortened by a possible protected disclosure that nobody has decided on yet. */
class RemovalUnaskedTest {

    /** A minute before it is over; it is decided to be none two weeks later. */
    private static final Instant RAISED = SampleRemoval.REPLY_BY.minusSeconds(60);
    private static final Instant DECIDED = Instant.parse("2026-12-11T10:00:00Z");

    /** Two working days after that. */
    private static final Instant LEFT = Instant.parse("2026-12-15T17:00:00Z");

    private final TestClock clock = new TestClock(SampleRemoval.NOW);
    private final HeldCase held = new HeldCase().joined();
    private final Long alleged = held.alleged("3.5.2").id();

    @ParameterizedTest
    @EnumSource(value = Answer.class, names = {"REMOVED", "PARTLY", "DISPUTED", "NOT_MINE"})
    void whoDidNotContradictMeanwhileWhatWasRecordedForThemIsNotHeardByThat(Answer answer) {
        Long id = keep(request -> request.replied(SampleRemoval.recorded(answer), SampleRemoval.OFFICER));
        held.unasked(RAISED);
        clock.set(DECIDED);
        assertThat(heard()).as("undecided").isFalse();
        held.unasked(null);
        askedAgain(Stood.between(RAISED, DECIDED).leaving(LEFT));
        assertThat(heard()).as("decided just now").isFalse();
        assertThat(request(id).replyBy()).isEqualTo(LEFT).isEqualTo(request(id).round().replyBy());
        assertThat(request(id).mayAnswer(LEFT)).isTrue();
        clock.set(LEFT.plusSeconds(1));
        assertThat(heard()).isTrue();
    }

    /** Nothing they say moves it any more; that they could say otherwise until then is theirs still. */
    @Test
    void thatItsSiteWasAskedMeanwhileTakesNoTimeAway() {
        Long id = keep(request -> {
            request.replied(SampleRemoval.recorded(Answer.PARTLY), SampleRemoval.OFFICER);
            request.checked(List.of(), SampleRemoval.then(RemovalDecision.AfterCheck.PLATFORM), null, SampleRemoval.OFFICER);
        });
        clock.set(DECIDED);
        askedAgain(Stood.between(RAISED, DECIDED).leaving(LEFT));
        assertThat(request(id)).returns(RemovalRequest.Status.PLATFORM_REPORTED, RemovalRequest::status).returns(LEFT, RemovalRequest::replyBy);
        assertThat(heard()).isFalse();
    }

    @Test
    void whatRanOutBeforeStaysSo() {
        keep(request -> request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER));
        askedAgain(Stood.between(SampleRemoval.REPLY_BY.plusSeconds(1), DECIDED).leaving(LEFT));
        clock.set(DECIDED);
        assertThat(heard()).isTrue();
    }

    /** They could be answered meanwhile, so they ran: a deadline that is still to come is later by that. */
    @Test
    void theClocksOfWhatTheyAreAskedMoveByThatTime() {
        Long id = keep(request -> { });
        String key = held.reference() + "/R" + id;
        Standstill stood = Stood.since(SampleRemoval.NOW, 3);
        askedAgain(stood);
        assertThat(held.clocks()).containsExactly("suspend [" + key + "]", "resume [" + key + ", " + stood + "]");
        assertThat(request(id).replyBy()).isEqualTo(Instant.parse("2026-12-02T17:00:00Z"));
    }

    /** It passed meanwhile and was not held against them: neither is that they do not contradict at once what is recorded then. */
    @Test
    void whatIsRecordedAfterASilenceThatProvesNothingCanBeContradicted() {
        Long id = keep(request -> request.overdue(null));
        clock.set(Instant.parse("2026-12-30T10:00:00Z"));
        RemovalReply reply = SampleRemoval.recorded(Answer.DISPUTED);
        in(entities -> {
            RemovalRequest request = entities.find(RemovalRequest.class, id);
            TestDatabase.wire(new RemovalRules(), TestDatabase.wire(new ReplyDays(), clock, TestDatabase.wire(new WorkingDays(), entities))).leaveTime(request, reply);
            entities.persist(request.replied(reply, new Signature(clock.instant(), 11L, "Olwen Officer")));
        });
        assertThat(heard()).isFalse();
        clock.set(Instant.parse("2027-01-04T17:00:01Z"));
        assertThat(heard()).isTrue();
    }

    private void askedAgain(Standstill stood) {
        in(entities -> TestDatabase.wire(new RemovalEnd(), entities, clock, held.clockwork(), TestDatabase.wire(new Work(), entities, clock),
                TestDatabase.wire(new RemovalPost(), held.investigations(), held.directory(), clock, new Fired<AskingWanted>()))
                .goOn(new AskedAgain(held.reference(), stood)));
    }

    private RemovalRequest request(Long id) {
        return TestDatabase.get().call("chscb", entities -> {
            RemovalRequest request = entities.find(RemovalRequest.class, id);
            request.rounds();
            request.answers();
            return request;
        });
    }

    private boolean heard() {
        return TestDatabase.get().call("chscb", entities -> TestDatabase.wire(new RemovalQueries(), entities, clock).heard(held.reference())).contains(alleged);
    }

    private Long keep(Consumer<RemovalRequest> answers) {
        return TestDatabase.get().call("chscb", entities -> {
            RemovalRequest request = new RemovalRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2), new NewRemoval(List.of(new NewItem(
                    RemovalItem.Kind.CONTENT, "https://social.example/p/1", null, "3.5.2")), SampleRemoval.WEIGHED, null), SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
            request.add(new RemovalAllegation(request, alleged));
            entities.persist(request);
            request.sent(null, SampleRemoval.NOW);
            answers.accept(request);
            request.answers().forEach(entities::persist);
            request.decisions().forEach(entities::persist);
            entities.flush();
            return request.id();
        });
    }

    private static void in(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> TestDatabase.get().run("chscb", work));
    }
}

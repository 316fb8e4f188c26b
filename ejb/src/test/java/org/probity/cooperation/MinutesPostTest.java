package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.calendar.Standstill;
import org.probity.calendar.Stood;
import org.probity.calendar.WorkingDays;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.correspondence.LetterServed;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ContactAllowed;
import org.probity.tenancy.Boards;

/** Nobody is heard by what was written down of a meeting that they could not read, or not for as long as they were promised. */
class MinutesPostTest {

    private static final LocalDate SERVED = LocalDate.of(2026, 12, 10);

    /** Ten working days, the board's usual time, after that. */
    private static final Instant SAY_BY = Instant.parse("2026-12-24T17:00:00Z");

    private final HeldCase held = new HeldCase().joined();
    private final TestClock clock = new TestClock(SampleCooperation.NOW);
    private final List<String> told = new ArrayList<>();
    private final Long alleged = held.alleged("3.5.2").id();
    private final Long letter = held.letter();
    private Long request;

    @BeforeEach
    void theyAgreedToMeet() {
        in(entities -> {
            CooperationRequest asked = new CooperationRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2), new NewCooperation(CooperationKind.MEETING,
                    "Your side", "The photograph", null, SampleCooperation.MEETING, "Town Hall", null, List.of(alleged)), SampleCooperation.NEXT, SampleCooperation.OFFICER);
            entities.persist(asked);
            asked.sent(null, SampleCooperation.NOW);
            entities.persist(asked.replied(SampleCooperation.recorded(Answer.AGREED), SampleCooperation.OFFICER));
            request = asked.id();
        });
    }

    @Test
    void whoReadsThemInThePortalIsToldByMail() {
        met(SampleCooperation.SAY_BY);
        assertThat(told).containsExactly("mail");
        assertThat(meeting().letterId()).isNull();
    }

    @Test
    void whoeverCannotReadThemHasThemByPostAndTheirTimeFromTheDayOfService() {
        held.readable(false);
        met(null);
        assertThat(told).containsExactly("letter of 10 days");
        assertThat(meeting()).returns(letter, HeldMeeting::letterId).returns(null, HeldMeeting::sayBy).returns(true, HeldMeeting::isToPost);
        clock.advance(Duration.ofDays(90));
        assertThat(heard()).as("nobody posted it").isFalse();
        clock.set(SampleCooperation.NOW);
        served();
        assertThat(meeting()).returns(SAY_BY, HeldMeeting::sayBy).returns(false, HeldMeeting::isToPost);
        assertThat(held.kept()).contains("cooperation.served");
        clock.set(SAY_BY);
        assertThat(heard()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(heard()).isTrue();
    }

    @Test
    void whoLeavesWhileTheirTimeRunsHasThemByPostAndTheirTimeAnew() {
        met(SampleCooperation.SAY_BY);
        told.clear();
        held.readable(false);
        leave(Set.of(Role.MANAGER));
        assertThat(told).as("they are a member still").isEmpty();
        leave(Set.of());
        leave(Set.of());
        assertThat(told).containsExactly("letter of 10 days");
        assertThat(held.kept()).contains("cooperation.minutesPosted");
        clock.advance(Duration.ofDays(90));
        assertThat(heard()).isFalse();
        clock.set(SampleCooperation.NOW);
        served();
        clock.set(SAY_BY.plusSeconds(1));
        assertThat(heard()).isTrue();
    }

    /** What they wrote to the board in time may still lie there. */
    @Test
    void whoseLetterIsRecordedLateIsNotHeardAtOnce() {
        held.readable(false);
        met(null);
        clock.set(Instant.parse("2027-02-16T10:00:00Z"));
        served();
        assertThat(meeting().sayBy()).isEqualTo(Instant.parse("2027-02-18T17:00:00Z"));
        assertThat(heard()).isFalse();
    }

    @Test
    void whoLeavesOnceTheirTimeIsOverIsHeardByIt() {
        met(SampleCooperation.SAY_BY);
        held.readable(false);
        clock.set(SampleCooperation.SAY_BY.plusSeconds(1));
        leave(Set.of());
        assertThat(told).containsExactly("mail");
        assertThat(heard()).isTrue();
    }

    /** Their time is over by the calendar when they leave, and is theirs again once it is given back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoLeavesWhileTheirTimeStandsStillHasThemByPostAndTheirTimeAnew(boolean contact) {
        met(SampleCooperation.SAY_BY);
        told.clear();
        held.readable(false);
        clock.set(SampleCooperation.SAY_BY.plusSeconds(1));
        leave(Set.of());
        assertThat(told).isEmpty();
        goOn(contact, Stood.since(SampleCooperation.NOW, 30));
        assertThat(told).containsExactly("letter of 10 days");
        assertThat(meeting()).returns(true, HeldMeeting::isToPost);
        clock.advance(Duration.ofDays(90));
        assertThat(heard()).isFalse();
    }

    @Test
    void whoStillReadsThemHasTheTimeThatWasLeftAndNoLetter() {
        met(SampleCooperation.SAY_BY);
        goOn(true, Stood.since(SampleCooperation.NOW, 30));
        assertThat(told).containsExactly("mail");
        assertThat(meeting().sayBy()).isAfter(SampleCooperation.SAY_BY);
    }

    /** As where a board is restored and its people are asked anew whether they join. */
    @Test
    void whoseMembershipEndedWithoutAWordIsNotHeardByATimeInWhichTheyCouldNotRead() {
        met(SampleCooperation.SAY_BY);
        clock.set(SampleCooperation.SAY_BY.plusSeconds(1));
        held.left(SampleCooperation.SAY_BY.plusSeconds(1));
        assertThat(heard()).isTrue();
        held.left(SampleCooperation.SAY_BY.minusSeconds(1));
        assertThat(heard()).isFalse();
    }

    /** As an archive may bring it. */
    @Test
    void aLetterThatSaysNoDaysGivesTheUsualOnes() {
        held.readable(false);
        met(null);
        in(entities -> entities.createQuery("update HeldMeeting m set m.sayDays = null where m.letterId = :letter").setParameter("letter", letter).executeUpdate());
        served();
        assertThat(meeting().sayBy()).isEqualTo(SAY_BY);
    }

    /** Their own words, as somebody else wrote them down: so they still may say otherwise. */
    @Test
    void whatAnOfficerRecordsOfWhatTheySayIsKeptAndHearsThemOnceTheirTimeIsOver() {
        held.readable(false);
        met(null);
        served();
        in(entities -> entities.find(CooperationRequest.class, request).meetings().get(0)
                .recorded(new MinutesReply(false, "I never said so", CooperationReply.Channel.LETTER), SampleCooperation.OFFICER));
        assertThat(meeting().recordings()).containsExactly(new RecordedWords(false, "I never said so", CooperationReply.Channel.LETTER, SampleCooperation.NOW, 11L, "Olwen Officer"));
        assertThat(heard()).isFalse();
        clock.set(SAY_BY.plusSeconds(1));
        assertThat(heard()).isTrue();
    }

    private void goOn(boolean contact, Standstill stood) {
        in(entities -> {
            CooperationEnd end = TestDatabase.wire(new CooperationEnd(), entities, clock, post(entities));
            if (contact) {
                end.goOn(new ContactAllowed(held.reference(), stood));
            } else {
                end.move(new ClocksResumed(held.reference(), stood));
            }
        });
    }

    private void met(Instant sayBy) {
        in(entities -> {
            CooperationRequest asked = entities.find(CooperationRequest.class, request);
            asked.met(new MeetingRecord(SampleCooperation.MEETING, "Both", "What they said of it", 30), sayBy, SampleCooperation.OFFICER);
            asked.meetings().forEach(entities::persist);
            post(entities).tell(asked);
        });
    }

    private void leave(Set<Role> left) {
        Long member = held.left(clock.instant());
        in(entities -> post(entities).leave(new RolesLost(member, "sam@example.org", left)));
    }

    private void served() {
        in(entities -> post(entities).begin(new LetterServed(held.reference(), letter, SERVED, clock.instant())));
    }

    private HeldMeeting meeting() {
        return TestDatabase.get().call("chscb", entities -> entities.find(CooperationRequest.class, request).meetings().get(0));
    }

    private boolean heard() {
        return TestDatabase.get().call("chscb", entities -> TestDatabase.wire(new CooperationQueries(), entities, clock).heard(held.reference())).contains(alleged);
    }

    private MinutesPost post(EntityManager entities) {
        return TestDatabase.wire(new MinutesPost(), entities, clock, held.directory(), TestDatabase.wire(new WorkingDays(), entities),
                TestDatabase.wire(new Boards(), entities), TestDatabase.wire(new CooperationTrail(), entities, held.audit()), new CooperationPost() {
                    @Override
                    void minutes(CooperationRequest any) {
                        told.add("mail");
                    }

                    @Override
                    Long letter(CooperationRequest any, HeldMeeting meeting, int days) {
                        told.add("letter of " + days + " days");
                        return letter;
                    }
                });
    }

    private static void in(Consumer<EntityManager> work) {
        CurrentCaller.run(Caller.system(), () -> TestDatabase.get().run("chscb", work));
    }
}

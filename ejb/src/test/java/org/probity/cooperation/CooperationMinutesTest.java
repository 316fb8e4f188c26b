package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.audit.Audit;
import org.probity.calendar.WorkingDays;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationReply.Channel;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** What an officer wrote down of a meeting speaks for the subject only as far as these do not say otherwise. */
class CooperationMinutesTest {

    private static final MinutesReply WRONG = new MinutesReply(false, "I said that I was not there");

    private static final MinutesReply TOLD = new MinutesReply(false, "They wrote that they were not there", Channel.LETTER);

    private final CooperationRequest request = SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED);
    private final List<Object> done = new ArrayList<>();
    private boolean own = true;

    @Test
    void whatTheySayIsKeptBesideTheMinutes() {
        met();
        say(WRONG, SampleCooperation.NOW);
        assertThat(request.meetings()).singleElement().returns(false, HeldMeeting::right).returns(WRONG.words(), HeldMeeting::ownWords)
                .extracting(HeldMeeting::record).extracting(MeetingRecord::minutes).isEqualTo("That they did it");
        assertThat(done).containsExactly("cooperation.minutesSaid", "wrong", Said.of(SampleCooperation.NOW, WRONG.words()));
    }

    @Test
    void theySayItOnceAndInTheirTime() {
        assertThat(refused(SampleCooperation.NOW)).as("nothing was written down").isEqualTo("cooperation.refused.minutes");
        met();
        assertThat(refused(SampleCooperation.SAY_BY.plus(Duration.ofSeconds(1)))).isEqualTo("cooperation.refused.minutes");
        say(WRONG, SampleCooperation.SAY_BY);
        assertThat(refused(SampleCooperation.NOW)).isEqualTo("cooperation.refused.minutes");
    }

    @Test
    void nobodySaysItForThem() {
        met();
        own = false;
        assertThat(catchThrowableOfType(Refusal.class, () -> say(WRONG, SampleCooperation.NOW)).kind()).isEqualTo(Refusal.Kind.NOT_FOUND);
        assertThat(request.meetings().get(0).saidAt()).isNull();
    }

    @Test
    void whatAnOfficerRecordsOfPostedMinutesIsKeptWithWhoWroteItDownAndWhen() {
        posted();
        record(TOLD, SampleCooperation.SAY_BY);
        assertThat(request.meetings()).singleElement().returns(null, HeldMeeting::saidAt).returns(true, meeting -> meeting.isOpen(SampleCooperation.SAY_BY))
                .returns(List.of(new RecordedWords(false, TOLD.words(), Channel.LETTER, SampleCooperation.SAY_BY, -6L, "Olwen")), HeldMeeting::recordings);
        assertThat(done).containsExactly("INVESTIGATED", "cooperation.minutesRecorded", "recorded wrong", Said.of(SampleCooperation.SAY_BY, TOLD.words()));
    }

    @Test
    void itIsRecordedOfMinutesThatGoByPostWheneverItIsWrittenDown() {
        assertThat(notRecorded(SampleCooperation.NOW)).as("no meeting took place").isEqualTo("cooperation.refused.notNow");
        met();
        assertThat(notRecorded(SampleCooperation.NOW)).as("they read it in the portal").isEqualTo("cooperation.refused.recordMinutes");
        request.meetings().get(0).posted(900L, 10);
        record(TOLD, SampleCooperation.SAY_BY.plusSeconds(1));
        assertThat(request.meetings().get(0).recordings().get(0).at()).as("it says how late that was").isAfter(SampleCooperation.SAY_BY);
        assertThat(request.meetings().get(0).isToPost()).as("it is not with them yet").isTrue();
        assertThat(notRecorded(SampleCooperation.NOW)).as("once").isEqualTo("cooperation.refused.recordMinutes");
    }

    /** Whoever is said to agree can say on the same way that they do not. */
    @Test
    void thatTheyAreRightCanBeTakenBackAndNotThatTheyAreWrong() {
        posted();
        MinutesReply right = new MinutesReply(true, null, Channel.TELEPHONE);
        record(right, SampleCooperation.NOW);
        assertThat(catchThrowableOfType(Refusal.class, () -> record(right, SampleCooperation.NOW)).problems().get(0).key())
                .isEqualTo("cooperation.refused.recordMinutes");
        record(TOLD, SampleCooperation.NOW.plusSeconds(60));
        assertThat(done).contains("recorded right", "recorded wrong");
        assertThat(notRecorded(SampleCooperation.NOW)).as("and then no more").isEqualTo("cooperation.refused.recordMinutes");
        assertThat(request.meetings().get(0).recordings()).containsExactly(
                new RecordedWords(true, null, Channel.TELEPHONE, SampleCooperation.NOW, -6L, "Olwen"),
                new RecordedWords(false, TOLD.words(), Channel.LETTER, SampleCooperation.NOW.plusSeconds(60), -6L, "Olwen"));
    }

    /** What an officer would have them agree to unread. */
    @Test
    void nobodyIsSaidToAgreeToMinutesThatAreNotWithThem() {
        met();
        request.meetings().get(0).posted(900L, 10);
        MinutesReply right = new MinutesReply(true, null, Channel.TELEPHONE);
        assertThat(catchThrowableOfType(Refusal.class, () -> record(right, SampleCooperation.NOW)).problems().get(0).key())
                .isEqualTo("cooperation.refused.minutesNotServed");
        assertThat(done).isEmpty();
        record(TOLD, SampleCooperation.NOW);
        assertThat(request.meetings().get(0).recordings()).extracting(RecordedWords::right).containsExactly(false);
        CooperationMinutesTest other = new CooperationMinutesTest();
        other.posted();
        other.record(right, SampleCooperation.NOW);
        assertThat(other.request.meetings().get(0).recordings()).extracting(RecordedWords::right).containsExactly(true);
    }

    /** Both are kept; theirs counts. */
    @Test
    void whatTheySayThemselfFollowsWhatWasRecordedAndNothingIsRecordedAfterIt() {
        posted();
        record(TOLD, SampleCooperation.NOW);
        say(new MinutesReply(true, null), SampleCooperation.SAY_BY);
        assertThat(request.meetings()).singleElement().returns(true, HeldMeeting::right).extracting(met -> met.recordings().size()).isEqualTo(1);
        CooperationMinutesTest late = new CooperationMinutesTest();
        late.posted();
        late.record(TOLD, SampleCooperation.SAY_BY.plusSeconds(1));
        late.say(new MinutesReply(true, null), SampleCooperation.SAY_BY.plusSeconds(60));
        assertThat(late.request.meetings()).singleElement().returns(true, HeldMeeting::right);
        CooperationMinutesTest other = new CooperationMinutesTest();
        other.posted();
        other.say(WRONG, SampleCooperation.NOW);
        assertThat(other.notRecorded(SampleCooperation.NOW)).isEqualTo("cooperation.refused.recordMinutes");
    }

    private void posted() {
        met();
        request.meetings().get(0).posted(900L, 10);
        request.meetings().get(0).served(SampleCooperation.SAY_BY);
    }

    private String notRecorded(Instant now) {
        return catchThrowableOfType(Refusal.class, () -> record(TOLD, now)).problems().get(0).key();
    }

    private void record(MinutesReply reply, Instant now) {
        CurrentCaller.run(new Caller(-6L, -6L, "Olwen", Set.of(Role.OFFICER), null, Language.EN), () -> minutes(now).record(1L, reply));
    }

    private void met() {
        request.met(new MeetingRecord(SampleCooperation.NOW, "Both", "That they did it", 30), SampleCooperation.SAY_BY, SampleCooperation.OFFICER);
    }

    private String refused(Instant now) {
        return catchThrowableOfType(Refusal.class, () -> say(WRONG, now)).problems().get(0).key();
    }

    private void say(MinutesReply reply, Instant now) {
        CurrentCaller.run(new Caller(-5L, -5L, "Sam", Set.of(Role.EMPLOYEE), null, Language.EN), () -> minutes(now).say(1L, reply));
    }

    private CooperationMinutes minutes(Instant now) {
        return TestDatabase.wire(new CooperationMinutes(), Clock.fixed(now, ZoneOffset.UTC), new WorkingDays() {
            @Override
            public Instant plus(Instant from, int days) {
                return from.plus(Duration.ofDays(days));
            }
        }, new CooperationAccess() {
            @Override
            CooperationRequest own(Long id) {
                if (!own) {
                    throw Refusal.notFound();
                }
                return request;
            }

            @Override
            CooperationRequest working(Long id, CooperationRequest.Status... expected) {
                request.expect(expected);
                return request;
            }

            @Override
            void investigates(CooperationRequest any) {
                done.add("INVESTIGATED");
            }
        }, TestDatabase.wire(new CooperationTrail(), new Audit() {
            @Override
            public void record(String act, String of, String kind, Long id, Map<String, ?> before, Map<String, ?> after) {
                done.add(act);
            }
        }), new CooperationPost() {
            @Override
            void minutesSaid(CooperationRequest any, boolean right) {
                done.add(right ? "right" : "wrong");
            }

            @Override
            void minutesRecorded(CooperationRequest any, boolean right) {
                done.add(right ? "recorded right" : "recorded wrong");
            }
        }, new NameWalls() {
            @Override
            public void raise(String of, Said said) {
                done.add(said);
            }
        });
    }
}

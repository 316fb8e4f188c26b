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
import org.probity.audit.Audit;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.identity.Caller;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Role;
import org.probity.investigation.NameWalls;
import org.probity.investigation.Said;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

/** What an officer wrote down of a meeting speaks for the subject only as far as these do not say otherwise. */
class CooperationMinutesTest {

    private static final MinutesReply WRONG = new MinutesReply(false, "I said that I was not there");

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
        return TestDatabase.wire(new CooperationMinutes(), Clock.fixed(now, ZoneOffset.UTC), new CooperationAccess() {
            @Override
            CooperationRequest own(Long id) {
                if (!own) {
                    throw Refusal.notFound();
                }
                return request;
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
        }, new NameWalls() {
            @Override
            public void raise(String of, Said said) {
                done.add(said);
            }
        });
    }
}

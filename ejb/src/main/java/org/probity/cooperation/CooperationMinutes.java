package org.probity.cooperation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.calendar.WorkingDays;
import org.probity.exclusion.NameWalls;
import org.probity.exclusion.Said;
import org.probity.kernel.Refusal;

/** Whoever was at a meeting says, themself or to an officer, whether what was written down of it is what was said. */
@Stateless
@Guarded
public class CooperationMinutes {

    /** Working days that whoever comes to an account has to say otherwise than an officer recorded for them. */
    private static final int TO_SAY_OTHERWISE = 2;

    @Inject
    private CooperationAccess access;

    @Inject
    private CooperationPost post;

    @Inject
    private CooperationTrail trail;

    @Inject
    private NameWalls names;

    @Inject
    private WorkingDays days;

    @Inject
    private Clock clock;

    /**
     * The subject says it themself, once, until the time that they were given; both are kept, and their own words count. Whoever
     * they name is outside the case until a colleague has looked, whoever was there or wrote it down among them: who was there is what that officer says.
     *
     * @throws Refusal NOT_FOUND where the caller was not asked; STATE where no meeting was recorded, they have said so already, their
     *         time is over, or the case has ended or is paused; INVALID on {@code right}, {@code words} and {@code channel}
     */
    @Permitted(Act.SAY_OF_MINUTES)
    public void say(Long id, MinutesReply reply) {
        CooperationRequest request = access.own(id);
        CooperationRules.check(reply, true);
        Instant now = clock.instant();
        HeldMeeting meeting = first(request, one -> one.maySay(now), "cooperation.refused.minutes");
        trail.of("cooperation.minutesSaid", request, () -> meeting.said(reply, now));
        post.minutesSaid(request, reply.right());
        names.raise(request.reference(), Said.of(now, reply.words()));
    }

    /**
     * An officer writes down what the subject says of minutes that they had by post: that they are right, once these are with them, or, after
     * that too, that they are not. Each is kept by itself; what they say themself, should they come to an account by then, is kept beside it and counts.
     *
     * @throws Refusal NOT_FOUND where the case is out of sight; STATE where no minutes were posted, or are with them of which they are to say
     *         that they are right, that was said of them already, or the case has ended or is paused; INVALID on {@code right}, {@code words} and {@code channel}
     */
    @Permitted(Act.REQUEST_COOPERATION)
    public void record(Long id, MinutesReply reply) {
        CooperationRequest request = access.working(id, CooperationRequest.Status.DONE);
        CooperationRules.check(reply, false);
        Signature signed = Signature.now(clock.instant());
        HeldMeeting meeting = first(request, one -> one.mayBeRecorded(reply.right()), "cooperation.refused.recordMinutes");
        Refusal.stateWhere(reply.right() && !meeting.isServed(), "cooperation.refused.minutesNotServed");
        access.investigates(request);
        trail.of("cooperation.minutesRecorded", request, () -> {
            meeting.recorded(reply, signed);
            meeting.leaves(days.plus(signed.at(), TO_SAY_OTHERWISE));
        });
        post.minutesRecorded(request, reply.right());
        names.raise(request.reference(), Said.of(signed.at(), reply.words()));
    }

    private static HeldMeeting first(CooperationRequest request, Predicate<HeldMeeting> fitting, String refused) {
        return request.meetings().stream().filter(fitting).findFirst().orElseThrow(() -> Refusal.state(refused));
    }
}

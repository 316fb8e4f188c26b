package org.probity.cooperation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.investigation.NameWalls;
import org.probity.investigation.Said;
import org.probity.kernel.Refusal;

/** Whoever was at a meeting says whether what an officer wrote down of it is what was said. */
@Stateless
@Guarded
public class CooperationMinutes {

    @Inject
    private CooperationAccess access;

    @Inject
    private CooperationPost post;

    @Inject
    private CooperationTrail trail;

    @Inject
    private NameWalls names;

    @Inject
    private Clock clock;

    /**
     * The subject says it themself, once, until the time that they were given; both are kept, and their own words count. Whoever
     * they name is outside the case until a colleague has looked, whoever was there or wrote it down among them: who was there is what that officer says.
     *
     * @throws Refusal NOT_FOUND where the caller was not asked; STATE where no meeting was recorded, they have said so already, their
     *         time is over, or the case has ended or is paused; INVALID on {@code right} and {@code words}
     */
    @Permitted(Act.SAY_OF_MINUTES)
    public void say(Long id, MinutesReply reply) {
        CooperationRequest request = access.own(id);
        CooperationRules.check(reply);
        Instant now = clock.instant();
        HeldMeeting meeting = unsaid(request, now).orElseThrow(() -> Refusal.state("cooperation.refused.minutes"));
        trail.of("cooperation.minutesSaid", request, () -> meeting.said(reply, now));
        post.minutesSaid(request, reply.right());
        names.raise(request.reference(), Said.of(now, reply.words()));
    }

    private static Optional<HeldMeeting> unsaid(CooperationRequest request, Instant now) {
        return request.meetings().stream().filter(meeting -> meeting.maySay(now)).findFirst();
    }
}

package org.probity.removal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.access.Signature;
import org.probity.kernel.Refusal;

/** Takes time back that was given to answer a removal request. */
@Stateless
@Guarded
public class RemovalExtensions {

    @Inject
    private RemovalAccess access;

    @Inject
    private RemovalRules rules;

    @Inject
    private RemovalPost post;

    @Inject
    private RemovalProcess process;

    @Inject
    private RemovalTrail trail;

    @Inject
    private Clock clock;

    /**
     * The subject is written to with the reasons, and keeps at least a working day.
     *
     * @param newDeadline null for the end of the time they had before, or where that is too near or past, of the next working day
     * @throws Refusal STATE where they have no such time, or it ends too soon, or they may not be contacted or asked; INVALID without reasons, or
     *         where the day is past, a closed one or not earlier
     */
    @Permitted(Act.CHECK_REMOVAL)
    public void takeBack(Long id, LocalDate newDeadline, String reasons) {
        RemovalRequest request = access.working(id, RemovalRequest.Status.SENT);
        Refusal.stateWhere(!request.timeWasGiven(), "removal.refused.notExtended");
        Instant until = rules.takingBack(reasons, newDeadline, request.replyByBefore(), request.replyBy());
        post.addressee(request);
        trail.of("removal.extensionTakenBack", request, () -> request.extensionTakenBack(reasons, until, Signature.now(clock.instant())));
        access.investigates(request);
        process.extensionTakenBack(request);
    }
}

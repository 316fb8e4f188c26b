package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.probity.access.RolesLost;
import org.probity.calendar.Standstill;
import org.probity.closure.ClosingWanted;
import org.probity.investigation.AnswerableAgain;
import org.probity.investigation.AskedAgain;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.ContactStopped;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Stage;
import org.probity.kernel.Refusal;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/** What happens to the whole case happens to its open requests, in the same transaction. */
@Dependent
class RemovalEnd {

    /** Of one person, at a time. */
    private static final int MOST = 200;

    @Inject
    private EntityManager entities;

    @Inject
    private RemovalPost post;

    @Inject
    private RemovalTrail trail;

    @Inject
    private Processes processes;

    @Inject
    private Work work;

    @Inject
    private Clock clock;

    /** A case is not closed over somebody's head: what was asked must have come to its end. @throws Refusal STATE */
    void hold(@Observes ClosingWanted wanted) {
        if (!open(wanted.reference()).isEmpty()) {
            throw Refusal.state("investigation.refused.openRequests");
        }
    }

    /** The case was closed or withdrawn: nothing is asked any more. */
    void lapse(@Observes InvestigationEnded ended) {
        RemovalRequest.Status how = ended.why() == Stage.CLOSED ? RemovalRequest.Status.CLOSED : RemovalRequest.Status.WITHDRAWN;
        open(ended.reference()).forEach(request -> trail.of("removal.lapsed", request, () -> request.end(how, clock.instant())));
    }

    /** The case was paused: the time that subjects had left moves by the time its clocks stood still; none is given to whom none was left. */
    void move(@Observes ClocksResumed resumed) {
        open(resumed.reference()).forEach(request -> request.shift(resumed.stood()));
        shiftEnded(resumed.reference(), resumed.stood());
    }

    /** Who may not be contacted has no time running against them. */
    void stop(@Observes ContactStopped stopped) {
        open(stopped.reference()).forEach(request -> processes.suspend(request.processKey()));
    }

    /** Who may be contacted has the time that was left; none is left where it had run out before. */
    void goOn(@Observes ContactAllowed again) {
        open(again.reference()).forEach(request -> goOn(request, again.stood()));
        shiftEnded(again.reference(), again.stood());
    }

    /** The same where it is no protected disclosure. Its clocks ran meanwhile, so that whoever was asked could answer: those that still run move. */
    void goOn(@Observes AskedAgain again) {
        for (RemovalRequest request : open(again.reference())) {
            processes.suspend(request.processKey());
            goOn(request, again.stood());
        }
        shiftEnded(again.reference(), again.stood());
    }

    /** The case had ended, and nobody could say anything in it: who still could say otherwise then has the time that was left, and is told so. */
    void goOn(@Observes AnswerableAgain again) {
        shiftEnded(again.reference(), again.stood()).stream().filter(request -> request.maySayOtherwise(clock.instant())).forEach(post::timeAgain);
    }

    private void goOn(RemovalRequest request, Standstill stood) {
        processes.resume(request.processKey(), stood);
        post.stillReadable(request);
        request.shift(stood);
        if (request.status() != RemovalRequest.Status.OVERDUE && request.status() != RemovalRequest.Status.PLATFORM_REPORTED) {
            work.shift(request.reference(), request.id(), stood);
        }
    }

    /** Who still could say otherwise than somebody recorded for them, when the clocks stopped, has the time that was left for that too. */
    private List<RemovalRequest> shiftEnded(String reference, Standstill stood) {
        List<RemovalRequest> open = entities.createQuery("select r from RemovalRequest r where r.reference = :reference and r.endedAt is not null "
                + "and r.replyBy > :stopped", RemovalRequest.class).setParameter("reference", reference)
                .setParameter("stopped", stood.from()).setMaxResults(Removals.MOST).getResultList();
        open.forEach(request -> request.shift(stood));
        return open;
    }

    /** Whoever was asked is a member no more and cannot read it: their officer has to find another way to them, once anything may go out to them. */
    void leave(@Observes RolesLost lost) {
        if (lost.left().isEmpty()) {
            entities.createQuery("select r from RemovalRequest r join Person p on p.id = r.subjectId join Member m on m.accountId = p.accountId "
                    + "where m.id = :member and r.endedAt is null order by r.id", RemovalRequest.class).setParameter("member", lost.memberId())
                    .setMaxResults(MOST).getResultList().stream().filter(post::reaches).forEach(post::unreadable);
        }
    }

    private List<RemovalRequest> open(String reference) {
        return entities.createQuery("select r from RemovalRequest r where r.reference = :reference and r.endedAt is null",
                RemovalRequest.class).setParameter("reference", reference).getResultList();
    }
}

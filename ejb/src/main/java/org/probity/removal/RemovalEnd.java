package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ClosingWanted;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Stage;
import org.probity.kernel.Refusal;

/** What happens to the whole case happens to its open requests, in the same transaction. */
@Dependent
class RemovalEnd {

    @Inject
    private EntityManager entities;

    @Inject
    private RemovalTrail trail;

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

    /** The case was paused: its deadlines move by the time its clocks stood still. */
    void move(@Observes ClocksResumed resumed) {
        open(resumed.reference()).forEach(request -> request.shift(resumed.stood()));
    }

    private List<RemovalRequest> open(String reference) {
        return entities.createQuery("select r from RemovalRequest r where r.reference = :reference and r.endedAt is null",
                RemovalRequest.class).setParameter("reference", reference).getResultList();
    }
}

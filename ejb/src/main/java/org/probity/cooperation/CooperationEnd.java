package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.investigation.ClocksResumed;
import org.probity.investigation.ClosingWanted;
import org.probity.investigation.InvestigationEnded;
import org.probity.investigation.Stage;
import org.probity.kernel.Refusal;

/** What happens to the whole case happens to its open requests for help, in the same transaction. */
@Dependent
class CooperationEnd {

    @Inject
    private EntityManager entities;

    @Inject
    private CooperationTrail trail;

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
        Status how = ended.why() == Stage.CLOSED ? Status.CLOSED : Status.WITHDRAWN;
        open(ended.reference()).forEach(request ->
                trail.of("cooperation.lapsed", request, () -> request.end(how, clock.instant())));
    }

    /** The case was paused: its deadlines move by the time its clocks stood still. */
    void move(@Observes ClocksResumed resumed) {
        open(resumed.reference()).forEach(request -> request.shift(resumed.stood()));
    }

    private List<CooperationRequest> open(String reference) {
        return entities.createQuery("select r from CooperationRequest r where r.reference = :reference "
                + "and r.endedAt is null", CooperationRequest.class).setParameter("reference", reference).getResultList();
    }
}

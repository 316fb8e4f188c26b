package org.probity.detection;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.detection.GateAnswer.Gate;
import org.probity.documents.FileWanted;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.kernel.Refusal;

/**
 * No file is taken before the urgent gate has said whether an indecent image of a child is suspected, whoever sends it and by
 * whichever way, also where the case was opened again at its detection.
 */
@Dependent
class UrgentGateFirst {

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    /** Only those who work on cases are told why. @throws Refusal STATE on {@code file} */
    void refuse(@Observes FileWanted wanted) {
        Investigation investigation = investigations.byReference(wanted.reference());
        if (entities.createQuery("select g.id from GateAnswer g where g.reference = :reference and g.gate = :urgent and g.round = :round", Long.class)
                .setParameter("reference", wanted.reference()).setParameter("urgent", Gate.URGENT)
                .setParameter("round", investigations.detection(investigation)).setMaxResults(1).getResultList().isEmpty()) {
            String why = CurrentCaller.get().worksOnCases() ? "evidence.refused.gateFirst" : "investigation.refused.noFiles";
            throw new Refusal(Refusal.Kind.STATE, List.of(new Refusal.Problem("file", why)));
        }
    }
}

package org.probity.detection;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.probity.investigation.ClosingWanted;
import org.probity.investigation.InvestigationEnded;
import org.probity.kernel.Refusal;
import org.probity.worklist.Clockwork;

/** Suspected images of which the designated officer has not been told yet. */
@Dependent
class SuspectedImages {

    @Inject
    private EntityManager entities;

    @Inject
    private Clockwork clockwork;

    /** The oldest first. */
    List<SuspectedImage> untold(String reference) {
        return entities.createQuery("select s from SuspectedImage s where s.reference = :reference and s.toldAt is null order by s.number", SuspectedImage.class)
                .setParameter("reference", reference).setMaxResults(HardStops.MOST).getResultList();
    }

    /** All of them are told of at once. @return whether there were any */
    boolean told(String reference, Told officer, Instant now) {
        List<SuspectedImage> open = untold(reference);
        open.forEach(image -> image.told(officer, now));
        return !open.isEmpty();
    }

    /** A case is not closed before they were told. @throws Refusal STATE */
    void hold(@Observes ClosingWanted wanted) {
        if (!untold(wanted.reference()).isEmpty()) {
            throw Refusal.state("detection.refused.image");
        }
    }

    /** A case that was withdrawn asks nobody any more; that nobody was told still stands in the way of writing to its subject. */
    void lapse(@Observes InvestigationEnded ended) {
        untold(ended.reference()).forEach(image -> clockwork.stop(image.processKey()));
    }
}

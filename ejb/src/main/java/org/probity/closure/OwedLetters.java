package org.probity.closure;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.probity.investigation.ContactAllowed;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Stage;

/**
 * What a subject was not told while they might not be contacted, they are told once they may be: advice, or that the case has ended
 * about which they had been written to. Whoever was told of this end is not told again.
 */
@Dependent
class OwedLetters {

    @Inject
    private EntityManager entities;

    @Inject
    private Investigations investigations;

    @Inject
    private ClosureLetters letters;

    @Inject
    private Advice advice;

    void send(@Observes ContactAllowed again) {
        Investigation investigation = investigations.byReference(again.reference());
        if (investigation.subjectId() != null) {
            send(investigation, letters.wereSent(investigation));
        }
    }

    private void send(Investigation investigation, boolean written) {
        Stage stage = investigation.stage();
        if (!written && advice.isOwed(investigation)) {
            advice.send(investigation);
        } else if (stage == Stage.WITHDRAWN && written && !wasTold(investigation, "withdrawn")) {
            letters.withdrawn(investigation);
        } else if (stage == Stage.CLOSED && written && !wasTold(investigation, "closed")) {
            letters.closed(investigation, outcome(investigation.id()));
        }
    }

    private boolean wasTold(Investigation investigation, String kind) {
        return !entities.createQuery("select d.id from Document d where d.reference = :reference and d.fileName = :name and d.createdAt >= :ended", Long.class)
                .setParameter("reference", investigation.reference()).setParameter("name", ClosureLetters.fileName(investigation, kind))
                .setParameter("ended", investigation.endedAt()).setMaxResults(1).getResultList().isEmpty();
    }

    /** As it was told to be told, when the case was last closed. */
    private String outcome(Long investigationId) {
        return entities.createQuery("select c.summary from Closure c where c.investigationId = :id order by c.number desc", String.class)
                .setParameter("id", investigationId).setMaxResults(1).getSingleResult();
    }
}

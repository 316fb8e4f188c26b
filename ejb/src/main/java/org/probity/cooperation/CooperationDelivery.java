package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.probity.calendar.WorkingDays;
import org.probity.correspondence.LetterServed;

/** A letter of a request for help that had to be posted is with the subject: from the day of service on they have the time that it promised. */
@Dependent
class CooperationDelivery {

    @Inject
    private EntityManager entities;

    @Inject
    private CooperationTrail trail;

    @Inject
    private CooperationProcess process;

    @Inject
    private WorkingDays days;

    void begin(@Observes LetterServed served) {
        rounds(served).forEach(round -> begin(round.request(), round, served));
    }

    private List<CooperationRound> rounds(LetterServed served) {
        return entities.createQuery("select n from CooperationRound n join fetch n.request where n.letterId = :letter and n.servedOn is null and n.answerDays is not null",
                CooperationRound.class).setParameter("letter", served.documentId()).setMaxResults(1).getResultList();
    }

    private void begin(CooperationRequest request, CooperationRound round, LetterServed served) {
        Instant before = round.replyBy();
        Instant until = served.until(days, round.answerDays());
        trail.of("cooperation.served", request, () -> request.served(round, served, until));
        if (round == request.round() && request.status() == CooperationRequest.Status.SENT) {
            Duration later = Duration.between(before, until);
            process.served(request, (begun, due) -> due.plus(later));
        }
    }
}

package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.probity.identity.Act;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.investigation.Involvement.Capacity;
import org.probity.kernel.Refusal;

/** Who acted on a case in which capacity, and the rule that nobody judges a case they investigated. */
@Stateless
@Guarded
public class Team {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** The current caller acts on the case in that capacity. Saying it twice is saying it once. */
    @Permitted(Act.INTERNAL)
    public void acts(Investigation investigation, Capacity capacity) {
        Long me = CurrentCaller.get().memberId();
        if (me != null && !capacities(investigation, me).contains(capacity)) {
            entities.persist(new Involvement(investigation.id(), me, capacity, clock.instant()));
        }
    }

    /** @throws Refusal FORBIDDEN where the current caller has investigated the case */
    @Permitted(Act.INTERNAL)
    public void requireOutsider(Investigation investigation) {
        if (hasInvestigated(investigation)) {
            throw Refusal.forbidden("investigation.refused.ownCase");
        }
    }

    /** Whether the current caller has investigated the case; pages explain with it why a button is absent. */
    @Permitted(Act.INTERNAL)
    public boolean hasInvestigated(Investigation investigation) {
        Long me = CurrentCaller.get().memberId();
        return me != null && capacities(investigation, me).contains(Capacity.INVESTIGATED);
    }

    private List<Capacity> capacities(Investigation investigation, Long member) {
        return entities.createQuery("select i.capacity from Involvement i where i.investigationId = :investigation "
                + "and i.memberId = :member", Capacity.class)
                .setParameter("investigation", investigation.id()).setParameter("member", member).getResultList();
    }
}

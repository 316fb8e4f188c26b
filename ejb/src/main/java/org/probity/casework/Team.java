package org.probity.casework;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Involvement;
import org.probity.access.Permitted;
import org.probity.investigation.Investigation;
import org.probity.investigation.TookPart;
import org.probity.kernel.Refusal;

/**
 * Who acted on a case in which capacity, and the rule that one person holds one capacity on a case: investigator,
 * reviewer and approver are three people.
 *
 * <p>Deciding a challenge and authorising access count as APPROVED. Both are the lead's decision over what the
 * investigator wants to do, as approving the referral is; none is an appeal against another, so one lead may take all
 * of them. The Acas code keeps apart who investigates, who hears and who hears the appeal; hearing and appeal are the
 * employer's. Counting them as a review would leave a board with one lead nobody to approve a referral, while the review
 * of findings, which does judge the investigator's work, stays with somebody who has decided nothing on the case before.
 * Deciding on a possible protected disclosure counts as APPROVED as well, but for whoever reviewed: they may, and stay their reviewer.
 */
@Stateless
@Guarded
public class Team {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<TookPart> took;

    @Inject
    private Clock clock;

    /**
     * The current caller acts on the case in that capacity. Saying it twice is saying it once.
     *
     * @throws Refusal FORBIDDEN where they have acted on it in another capacity
     */
    @Permitted(Act.INTERNAL)
    public void acts(Investigation investigation, Capacity capacity) {
        Long me = CurrentCaller.get().memberId();
        require(investigation, capacity);
        if (me != null && actedAs(investigation) == null) {
            entities.persist(new Involvement(investigation.id(), me, capacity, clock.instant()));
            took.fire(new TookPart(investigation.reference()));
        }
    }

    /** The same question without acting yet. @throws Refusal FORBIDDEN where they have acted on it in another capacity */
    @Permitted(Act.INTERNAL)
    public void require(Investigation investigation, Capacity capacity) {
        Capacity before = actedAs(investigation);
        if (before != null && before != capacity) {
            throw Refusal.forbidden(switch (before) {
                case INVESTIGATED -> "investigation.refused.capacity.INVESTIGATED";
                case REVIEWED -> "investigation.refused.capacity.REVIEWED";
                case APPROVED -> "investigation.refused.capacity.APPROVED";
            });
        }
    }

    /** In which capacity the current caller has acted on the case; null where in none. */
    @Permitted(Act.INTERNAL)
    public Capacity actedAs(Investigation investigation) {
        return capacity(investigation, CurrentCaller.get().memberId()).orElse(null);
    }

    /** Whether the current caller may not act in that capacity; pages explain with it why a button is absent. */
    @Permitted(Act.INTERNAL)
    public boolean bars(Investigation investigation, Capacity capacity) {
        return capacity(investigation, CurrentCaller.get().memberId()).filter(before -> before != capacity).isPresent();
    }

    /** A case that was begun before the rule may hold more than one; the first counts. */
    private Optional<Capacity> capacity(Investigation investigation, Long member) {
        return entities.createQuery("select i.capacity from Involvement i where i.investigationId = :investigation "
                + "and i.memberId = :member order by i.id", Capacity.class).setParameter("investigation", investigation.id())
                .setParameter("member", member).getResultList().stream().findFirst();
    }
}

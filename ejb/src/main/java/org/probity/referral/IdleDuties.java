package org.probity.referral;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;

/** Steps that wait for somebody to look at duties although none follows any more, as an earlier release let them be. */
@Stateless
@Guarded
public class IdleDuties {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ReferralFile file;

    @Inject
    private NothingDue nothing;

    /** The next referral, after the one of that number, whose outcome is told and not looked at. */
    @Permitted(Act.CLOCKWORK)
    public Optional<Long> next(Long after) {
        return entities.createQuery("select r.id from Referral r where r.id > :after and r.status = :status order by r.id", Long.class)
                .setParameter("after", after).setParameter("status", Status.OUTCOME_RECORDED).setMaxResults(1).getResultList().stream().findFirst();
    }

    /** Where nothing follows from it, its case goes on. */
    @Permitted(Act.CLOCKWORK)
    public void pass(Long id) {
        nothing.pass(file.held(id));
    }
}

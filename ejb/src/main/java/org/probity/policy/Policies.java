package org.probity.policy;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Refusal;

/** Looks up what was in force when. */
@Stateless
@Guarded
public class Policies {

    @PersistenceContext
    private EntityManager entities;

    /** Every policy in force on that day, the main one first. */
    @Permitted(Act.SEE_POLICY)
    public List<Policy> inForceOn(LocalDate day) {
        return entities.createQuery("select p from Policy p where p.inForceFrom <= :day "
                + "and (p.inForceUntil is null or p.inForceUntil >= :day) order by p.id", Policy.class)
                .setParameter("day", day).getResultList();
    }

    /** All clauses in force on that day, in the order of their documents. */
    @Permitted(Act.SEE_POLICY)
    public List<Clause> clausesOn(LocalDate day) {
        return entities.createQuery("select c from Clause c join Policy p on p.id = c.policyId where p.inForceFrom <= :day "
                + "and (p.inForceUntil is null or p.inForceUntil >= :day) order by p.id, c.order", Clause.class)
                .setParameter("day", day).getResultList();
    }

    @Permitted(Act.SEE_POLICY)
    public List<Clause> clauses(Long policyId) {
        return entities.createQuery("select c from Clause c where c.policyId = :policy order by c.order", Clause.class)
                .setParameter("policy", policyId).getResultList();
    }

    /**
     * The clause of that number in force on that day.
     *
     * @throws Refusal INVALID on {@code clauses} where there is none
     */
    @Permitted(Act.SEE_POLICY)
    public Clause clause(String number, LocalDate day) {
        return clausesOn(day).stream().filter(c -> c.number().equals(number)).findFirst()
                .orElseThrow(() -> Refusal.invalid("clauses", "policy.refused.unknownClause", number));
    }

    @Permitted(Act.INTERNAL)
    public Clause clause(Long id) {
        return entities.find(Clause.class, id);
    }

    /** The day on which the person acknowledged that version, if they did. */
    @Permitted(Act.INTERNAL)
    public Optional<LocalDate> acknowledged(Long policyId, Long personId) {
        return entities.createQuery("select a.day from Acknowledgement a where a.policyId = :policy "
                + "and a.personId = :person order by a.day", LocalDate.class)
                .setParameter("policy", policyId).setParameter("person", personId).setMaxResults(1)
                .getResultList().stream().findFirst();
    }
}

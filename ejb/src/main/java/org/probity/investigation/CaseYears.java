package org.probity.investigation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import org.probity.identity.Act;
import org.probity.identity.Guarded;
import org.probity.identity.Permitted;
import org.probity.kernel.Refusal;

/**
 * Begins to count a year's cases. In a transaction of its own that waits for nothing the act has touched: on PostgreSQL
 * every row an act has written for a board holds the board's row, so locking that one here would wait for ever.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CaseYears {

    @PersistenceContext
    private EntityManager entities;

    /** @throws Refusal STATE where somebody else began it at this moment */
    @Permitted(Act.INTERNAL)
    public void begin(int year) {
        try {
            entities.persist(new CaseNumber(year));
            entities.flush();
        } catch (PersistenceException e) {
            throw Refusal.state("kernel.refused.lostRace");
        }
    }
}

package org.probity.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;

/** Begins the chain of a board, in a transaction of its own: none of two first acts at a time waits long for the other. */
@Stateless
@Guarded
public class ChainBeginning {

    @PersistenceContext
    private EntityManager entities;

    /** Whether the current board has a chain. */
    @Permitted(Act.INTERNAL)
    public boolean isMade() {
        return !entities.createQuery("select h.id from ChainHead h", Long.class).getResultList().isEmpty();
    }

    /** @throws jakarta.ejb.EJBException where somebody else has begun it meanwhile */
    @Permitted(Act.INTERNAL)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void make() {
        entities.persist(ChainHead.begin());
    }
}

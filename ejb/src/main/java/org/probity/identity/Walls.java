package org.probity.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Raises walls and asks for them. A list query joins against {@link Wall} by itself. */
@Stateless
@Guarded
public class Walls {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** From this moment the account sees nothing of the file. Raising a wall twice is raising it once. */
    @Permitted(Act.INTERNAL)
    public void raise(String reference, Long accountId, String reason) {
        if (accountId != null && !stands(reference, accountId)) {
            entities.persist(new Wall(reference, accountId, reason, clock.instant()));
        }
    }

    /** Whether the file is hidden from the current caller. */
    @Permitted(Act.INTERNAL)
    public boolean hides(String reference) {
        Long accountId = CurrentCaller.get().accountId();
        return accountId != null && stands(reference, accountId);
    }

    /** The accounts that see nothing of the file. */
    @Permitted(Act.INTERNAL)
    public List<Long> behind(String reference) {
        return entities.createQuery("select w.accountId from Wall w where w.reference = :reference", Long.class)
                .setParameter("reference", reference).getResultList();
    }

    private boolean stands(String reference, Long accountId) {
        return !entities.createQuery(
                "select w.id from Wall w where w.reference = :reference and w.accountId = :account", Long.class)
                .setParameter("reference", reference).setParameter("account", accountId).setMaxResults(1)
                .getResultList().isEmpty();
    }
}

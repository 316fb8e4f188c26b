package org.probity.audit;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.probity.TestDatabase;
import org.probity.tenancy.CurrentBoard;

/** The chain where no server ends transactions: each entry is sealed at once. */
public final class ChainAtOnce implements Chain {

    private final EntityManager entities;

    public ChainAtOnce(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(AuditEntry entry) {
        if (entities.createQuery("select h.id from ChainHead h", Long.class).getResultList().isEmpty()) {
            entities.persist(ChainHead.begin());
        }
        TestDatabase.wire(new BoardChain(), entities).seal(CurrentBoard.slug(), List.of(entry));
    }
}

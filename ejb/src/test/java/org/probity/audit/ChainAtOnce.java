package org.probity.audit;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.probity.TestDatabase;

/** The chain where no server ends transactions: each entry is sealed at once. */
public final class ChainAtOnce implements Chain {

    private final EntityManager entities;

    public ChainAtOnce(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(AuditEntry entry) {
        TestDatabase.wire(new BoardChain(), entities).seal(List.of(entry));
    }
}

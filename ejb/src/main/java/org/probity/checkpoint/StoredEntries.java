package org.probity.checkpoint;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Iterator;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.audit.AuditEntry;

/** The entries of the current board's chain, or of the installation's, for whoever writes them down. */
@Stateless
@Guarded
public class StoredEntries {

    @PersistenceContext
    private EntityManager entities;

    /** As they are stored, in their order; some are in memory at once. @param end place of the last */
    @Permitted(Act.INTERNAL)
    public Iterator<AuditEntry> until(long end) {
        return new StoredChain(entities, end);
    }
}

package org.probity.audit;

import jakarta.persistence.EntityManager;
import java.util.Iterator;
import java.util.List;

/** The chain of the current board as the database has it, read a piece at a time. */
final class StoredChain implements Iterator<AuditEntry> {

    private static final int PIECE = 2_000;

    private final EntityManager entities;
    private final long end;
    private Iterator<AuditEntry> piece = List.<AuditEntry>of().iterator();
    private long after = Long.MIN_VALUE;
    private boolean ended;

    /** @param end place of the last entry to read */
    StoredChain(EntityManager entities, long end) {
        this.entities = entities;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        if (!piece.hasNext() && !ended) {
            List<AuditEntry> read = entities.createQuery("select a from AuditEntry a where a.seq > :after and a.seq <= :end "
                    + "order by a.board, a.seq", AuditEntry.class)
                    .setParameter("after", after).setParameter("end", end).setMaxResults(PIECE).getResultList();
            read.forEach(entities::detach);
            ended = read.isEmpty();
            piece = read.iterator();
        }
        return piece.hasNext();
    }

    @Override
    public AuditEntry next() {
        AuditEntry entry = piece.next();
        after = entry.seq();
        return entry;
    }

    /** The same as links of a chain. */
    Iterator<Link> links() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return StoredChain.this.hasNext();
            }

            @Override
            public Link next() {
                return StoredChain.this.next().link();
            }
        };
    }
}

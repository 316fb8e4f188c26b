package org.probity.checkpoint;

import jakarta.persistence.EntityManager;
import java.util.Iterator;
import java.util.List;
import org.probity.audit.AuditBatch;
import org.probity.audit.AuditEntry;
import org.probity.audit.ChainEntry;

/** The chain of the current board as the database has it, read a piece at a time. */
final class StoredChain implements Iterator<AuditEntry> {

    private static final int PIECE = 2_000;

    private final EntityManager entities;
    private final long end;
    private Iterator<AuditEntry> piece = List.<AuditEntry>of().iterator();
    private long after;
    private boolean ended;

    /** @param end place of the last entry to read */
    StoredChain(EntityManager entities, long end) {
        this(entities, Long.MIN_VALUE, end);
    }

    /** @param after place of the entry before the first to read @param end place of the last */
    StoredChain(EntityManager entities, long after, long end) {
        this.entities = entities;
        this.after = after;
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        if (!piece.hasNext() && !ended) {
            List<Long> places = AuditBatch.first(next("a.seq, " + AuditBatch.SIZE, Object[].class, end, PIECE));
            ended = places.isEmpty();
            List<AuditEntry> read = ended ? List.of() : next("a", AuditEntry.class, places.get(places.size() - 1), places.size());
            read.forEach(entities::detach);
            piece = read.iterator();
        }
        return piece.hasNext();
    }

    private <T> List<T> next(String what, Class<T> answer, long last, int most) {
        return entities.createQuery("select " + what + " from AuditEntry a where a.seq > :after and a.seq <= :last order by a.board, a.seq", answer)
                .setParameter("after", after).setParameter("last", last).setMaxResults(most).getResultList();
    }

    @Override
    public AuditEntry next() {
        AuditEntry entry = piece.next();
        after = entry.seq();
        return entry;
    }

    /** The same as links of a chain. */
    public Iterator<ChainEntry> links() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return StoredChain.this.hasNext();
            }

            @Override
            public ChainEntry next() {
                return StoredChain.this.next().link();
            }
        };
    }
}

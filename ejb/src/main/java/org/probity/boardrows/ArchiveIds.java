package org.probity.boardrows;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Refusal;

/**
 * Ids are given out by one sequence, and each kind of row keeps some in hand. What a board brings back must be behind both:
 * what this server has in hand is used up. Other servers of the same installation are started again after a restore.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ArchiveIds {

    /** Ids by which one archive may move all that come after: many times those of the largest board. */
    private static final long FURTHEST = 50_000_000;

    @PersistenceContext
    private EntityManager entities;

    /** An id nobody has had. */
    @Permitted(Act.OPERATE)
    public long next() {
        return next(generators().get(0));
    }

    /**
     * From now on every new id is higher.
     *
     * @throws Refusal STATE where that would take too long, and nothing but ill will asks for it
     */
    @Permitted(Act.OPERATE)
    public void moveBeyond(long highest) {
        if (highest - next() > FURTHEST) {
            throw Refusal.state("archive.refused.numbers");
        }
        for (SequenceStyleGenerator generator : generators()) {
            while (next(generator) <= highest) {
                // each call uses one up
            }
        }
    }

    private long next(SequenceStyleGenerator generator) {
        return ((Number) generator.generate(session(), null)).longValue();
    }

    private SharedSessionContractImplementor session() {
        return entities.unwrap(SharedSessionContractImplementor.class);
    }

    private List<SequenceStyleGenerator> generators() {
        List<SequenceStyleGenerator> generators = new ArrayList<>();
        session().getFactory().getMappingMetamodel().forEachEntityDescriptor(entity -> {
            if (entity.getGenerator() instanceof SequenceStyleGenerator sequence) {
                generators.add(sequence);
            }
        });
        return generators;
    }
}

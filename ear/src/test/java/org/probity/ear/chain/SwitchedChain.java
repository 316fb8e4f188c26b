package org.probity.ear.chain;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.concurrent.atomic.AtomicLong;
import org.probity.audit.AuditEntry;
import org.probity.audit.BoardChain;
import org.probity.audit.Chain;

/**
 * The chain, or what the audit was before there were chains: a row written at once, sealed with nothing. So the cost of the
 * chain is measured on one server, by turns.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class SwitchedChain implements Chain {

    private static final String NOTHING = "";

    @Inject
    private BoardChain chain;

    @PersistenceContext(unitName = "../probity-ejb.jar#probity")
    private EntityManager entities;

    /** No chain counts below its first place. */
    private final AtomicLong place = new AtomicLong(-System.currentTimeMillis());

    private volatile boolean chained = true;

    public void chained(boolean wanted) {
        chained = wanted;
    }

    @Override
    public void add(AuditEntry entry) {
        if (chained) {
            chain.add(entry);
        } else {
            entry.sealed(place.decrementAndGet(), NOTHING, NOTHING);
            entities.persist(entry);
        }
    }
}

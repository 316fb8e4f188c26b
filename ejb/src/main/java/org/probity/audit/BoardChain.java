package org.probity.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CurrentBoard;

/**
 * The chain of each board, and the installation's own. What a transaction adds is kept back until everything else it has to
 * do is done; only then is the end of the chain locked. So the lock is the last one taken, which leaves no way into a
 * deadlock, and acts of one board wait for each other for no longer than it takes to write a few rows.
 */
@Unguarded("Only Audit, which is guarded, has a port to it")
@ApplicationScoped
public class BoardChain implements Chain {

    @Inject
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private ChainBeginning beginning;

    /** Chains known to have begun: they never end, except where a board is taken away whole. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    /** @throws IllegalStateException where the transaction belongs to another board */
    @Override
    public void add(AuditEntry entry) {
        String board = Optional.ofNullable(CurrentBoard.orNone()).orElse("");
        Pending pending = (Pending) transaction.getResource(Pending.class);
        if (pending == null) {
            begin(board);
            pending = new Pending(board, this::seal);
            transaction.putResource(Pending.class, pending);
            transaction.registerInterposedSynchronization(pending);
        }
        pending.add(board, entry);
    }

    /** The question also opens the database session, while the board is still the current one. */
    private void begin(String board) {
        if (!begun.contains(board)) {
            beginFirst(board);
        } else {
            entities.isJoinedToTransaction();
        }
    }

    /** One at a time, so that of two first acts the second finds what the first began; only another server can be faster. */
    private synchronized void beginFirst(String board) {
        if (!beginning.isMade()) {
            try {
                beginning.make();
            } catch (EJBException elsewhere) {
                if (!beginning.isMade()) {
                    throw elsewhere;
                }
            }
        }
        begun.add(board);
    }

    void seal(List<AuditEntry> entries) {
        entities.flush();
        ChainHead head = entities.createQuery("select h from ChainHead h", ChainHead.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream().findFirst().orElseGet(this::beginAgain);
        for (AuditEntry entry : entries) {
            head.seal(entry);
            entities.persist(entry);
        }
        entities.flush();
    }

    /** Since this server saw the chain, the board was wiped, and came back before it had ever acted. */
    private ChainHead beginAgain() {
        ChainHead head = ChainHead.begin();
        entities.persist(head);
        entities.flush();
        return head;
    }
}

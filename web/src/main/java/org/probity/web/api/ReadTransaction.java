package org.probity.web.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;

/**
 * The one transaction of a request that reads: who calls, their board and what they asked for are found with one connection. It is over
 * before the answer is written ({@link ReadTransactionEnd}), so that nobody who reads slowly holds one.
 */
@ApplicationScoped
public class ReadTransaction {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Resource
    private UserTransaction transaction;

    /** @param method of the request; what acts has a transaction of its own in the service that acts */
    void begin(String method) {
        if (READING.contains(method)) {
            try {
                transaction.begin();
            } catch (NotSupportedException | SystemException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Ends it where there is one. What was refused has left it to be rolled back. */
    void end() {
        try {
            if (transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.commit();
            } else {
                abandon();
            }
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it where nobody has, with nothing kept. */
    void abandon() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.probity.audit;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.probity.access.DeniedAttempt;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;

/** Hears of denied attempts, and tells of repeated ones once their period is over. On several nodes each may. */
@Unguarded("The clockwork itself, and what the door tells; both go through a guarded service")
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Denials {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private DenialLedger ledger;

    /** Of two that begin to count the same at once, the second finds what the first began. */
    public void hear(@Observes DeniedAttempt attempt) {
        try {
            ledger.keep(attempt);
        } catch (EJBException elsewhere) {
            ledger.keep(attempt);
        }
    }

    @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
    public void round() {
        scheduledWork.installation("Counting denied attempts", this::fold);
        scheduledWork.eachBoard("Counting denied attempts", this::fold);
    }

    private void fold() {
        boolean more = true;
        while (more) {
            more = ledger.fold();
        }
    }
}

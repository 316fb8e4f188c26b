package org.probity.token;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;
import org.probity.access.ScheduledWork;
import org.probity.account.OneTimeLinks;
import org.probity.kernel.Unguarded;

/**
 * Forgets the answers of every board and the links of every account that have outlived their time. On several nodes each may; what is
 * gone is gone.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerExpiry {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private IdempotencyKeys idempotencyKeys;

    @Inject
    private OneTimeLinks links;

    /** A batch is a transaction of its own. */
    @Schedule(hour = "*", minute = "7/15", persistent = false)
    public void round() {
        scheduledWork.eachBoard("Forgetting kept answers", () -> all(idempotencyKeys::forget));
        scheduledWork.installation("Forgetting one-time links", () -> all(links::forget));
    }

    private static void all(BooleanSupplier batch) {
        boolean more = true;
        while (more) {
            more = batch.getAsBoolean();
        }
    }
}

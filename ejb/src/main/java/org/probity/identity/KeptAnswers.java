package org.probity.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.kernel.Unguarded;

/** Forgets the answers of every board that have outlived their time. On several nodes each may; what is gone is gone. */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeptAnswers {

    @Inject
    private Rounds rounds;

    @Inject
    private Replays replays;

    /** A batch is a transaction of its own. */
    @Schedule(hour = "*", minute = "7/15", persistent = false)
    public void round() {
        rounds.eachBoard("Forgetting kept answers", this::forget);
    }

    private void forget() {
        boolean more = true;
        while (more) {
            more = replays.forget();
        }
    }
}

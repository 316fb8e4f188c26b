package org.probity.checkpoint;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;

/** Signs the chain of every board, and the installation's, each day; asked often, so that a time of standstill is made up for. */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyCheckpoints {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private Chains chains;

    /** What could not be signed is tried again in a quarter of an hour. */
    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void round() {
        scheduledWork.installation("Signing the audit", chains::checkpointOfToday);
        scheduledWork.eachBoard("Signing the audit", chains::checkpointOfToday);
    }
}

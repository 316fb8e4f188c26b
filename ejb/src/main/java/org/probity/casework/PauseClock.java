package org.probity.casework;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;

/** Every hour: tells of cases that have stood still for another two weeks. */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PauseClock {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private Pauses pauses;

    @Schedule(hour = "*", minute = "11", persistent = false)
    public void round() {
        scheduledWork.eachBoard("Telling of paused cases", pauses::remind);
    }
}

package org.probity.powers;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;

/** Every minute: sets second factors aside whose owners were told a day ago and have not stopped it. */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FactorResetClock {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private FactorResets resets;

    @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
    public void round() {
        scheduledWork.installation("Setting second factors aside", resets::carryOutDue);
    }
}

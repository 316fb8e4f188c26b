package org.probity.detection;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CurrentBoard;

/**
 * Asks somebody to tell the designated officer of each image that is suspected in an open case past its detection and that nobody is
 * asked about: as those are that cases of earlier releases brought with them. Each case is a transaction of its own.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TellingClock {

    private static final String WORK = "Asking to tell the designated officer";

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private SafeguardingClock safeguarding;

    @Schedule(hour = "*", minute = "4/15", persistent = false)
    public void round() {
        scheduledWork.eachBoard(WORK, () -> safeguarding.unasked()
                .forEach(reference -> scheduledWork.board(WORK, CurrentBoard.slug(), () -> safeguarding.askToTell(reference))));
    }
}

package org.probity.documents;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;

/**
 * Seals contents that an earlier release left open, soon after the start. Each is a transaction of its own, so that it may be
 * cut off anywhere and goes on where it was.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OlderContents {

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private ContentSeals seals;

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    public void round() {
        scheduledWork.eachBoard("Sealing contents of documents", () -> {
            while (seals.sealOlder(1) > 0) {
                // files are large: one at a time is in memory
            }
        });
    }
}

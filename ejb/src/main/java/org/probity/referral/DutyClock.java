package org.probity.referral;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.probity.access.ScheduledWork;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CurrentBoard;

/** Every hour: lets cases go on that wait for somebody to look at duties of which none is left. Each is a transaction of its own. */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DutyClock {

    private static final String WORK = "Passing over duties";

    @Inject
    private ScheduledWork scheduledWork;

    @Inject
    private IdleDuties duties;

    @Schedule(hour = "*", minute = "31", persistent = false)
    public void round() {
        scheduledWork.eachBoard(WORK, () -> {
            Optional<Long> next = duties.next(Long.MIN_VALUE);
            while (next.isPresent()) {
                Long id = next.get();
                scheduledWork.board(WORK, CurrentBoard.slug(), () -> duties.pass(id));
                next = duties.next(id);
            }
        });
    }
}

package org.probity.removal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.calendar.WorkingDays;
import org.probity.tenancy.Boards;

/** When the timers of a request strike, for the clockwork. */
@Stateless
@Guarded
public class RemovalClocks {

    @Inject
    private RemovalAccess access;

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Boards boards;

    @Inject
    private Clock clock;

    /** Whether the letter of the round that runs has to be posted, and was not yet. */
    @Permitted(Act.CLOCKWORK)
    public boolean isToPost(Long id) {
        return access.any(id).round().servedOn() == null;
    }

    /** The end of the round that runs. */
    @Permitted(Act.CLOCKWORK)
    public Instant replyDue(Long id) {
        return access.any(id).replyBy();
    }

    /** Some working days before the end, as the board wishes; half-way where there are not that many. */
    @Permitted(Act.CLOCKWORK)
    public Instant reminderDue(Long id) {
        Instant now = clock.instant();
        Instant end = replyDue(id);
        Instant wished = workingDays.minus(end, boards.board().deadlines().reminderDays());
        return wished.isAfter(now) ? wished : now.plus(Duration.between(now, end).dividedBy(2));
    }
}

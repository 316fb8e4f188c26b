package org.probity.cooperation;

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

/** When the timers of a request for help strike, for the clockwork. */
@Stateless
@Guarded
public class CooperationClocks {

    /** Reminders in one round. */
    static final int REMINDERS = 2;

    @Inject
    private CooperationAccess access;

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

    /**
     * The second reminder goes out the board's days before the end, the first twice as early; where there are not that
     * many days, they part the time that is left.
     *
     * @param nth 1 or 2
     */
    @Permitted(Act.CLOCKWORK)
    public Instant reminderDue(Long id, int nth) {
        Instant now = clock.instant();
        Instant end = replyDue(id);
        int days = boards.board().deadlines().reminderDays();
        boolean fits = workingDays.minus(end, days * REMINDERS).isAfter(now);
        return fits ? workingDays.minus(end, days * (REMINDERS + 1 - nth))
                : now.plus(Duration.between(now, end).multipliedBy(nth).dividedBy(REMINDERS + 1));
    }

    /** When people are to meet; the end of the round where nobody does. */
    @Permitted(Act.CLOCKWORK)
    public Instant meetingDue(Long id) {
        Instant meeting = access.any(id).round().meetingAt();
        return meeting == null ? replyDue(id) : meeting;
    }
}

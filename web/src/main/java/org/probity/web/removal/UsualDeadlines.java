package org.probity.web.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Days;
import org.probity.tenancy.Boards;

/** The last day to reply that a board usually gives, for forms to start with. */
@ApplicationScoped
public class UsualDeadlines {

    @Inject
    private Boards boards;

    @Inject
    private WorkingDays workingDays;

    @Inject
    private Clock clock;

    public LocalDate removal() {
        return in(boards.board().deadlines().removalDays());
    }

    public LocalDate cooperation() {
        return in(boards.board().deadlines().cooperationDays());
    }

    private LocalDate in(int days) {
        return Days.of(workingDays.plus(clock.instant(), Math.max(1, days)));
    }
}

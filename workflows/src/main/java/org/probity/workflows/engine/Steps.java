package org.probity.workflows.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Origin;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CurrentBoard;

/**
 * What the steps of all processes share: each runs at the board of its process, as that board's system, and does a line
 * or two: read ids, call the service.
 */
@Unguarded("The clockwork itself, which acts as the system through guarded services")
public abstract class Steps {

    private final WorkingDays days;
    private final Clock clock;

    protected Steps(WorkingDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /** Five in the afternoon, that many working days from now. */
    public Date within(DelegateExecution execution, int workingDays) {
        return date(execution, () -> days.plus(clock.instant(), workingDays));
    }

    protected static Date date(DelegateExecution execution, Supplier<Instant> when) {
        return Date.from(at(execution, when));
    }

    protected static void run(DelegateExecution execution, Runnable work) {
        at(execution, () -> {
            work.run();
            return null;
        });
    }

    protected static <T> T at(DelegateExecution execution, Supplier<T> work) {
        return asSystem(execution.getTenantId(), work);
    }

    static <T> T asSystem(String board, Supplier<T> work) {
        return CurrentBoard.call(board, () -> CurrentCaller.call(Caller.system(),
                () -> CurrentOrigin.call(Origin.clockwork(), work)));
    }

    protected static String reference(DelegateExecution execution) {
        return (String) execution.getVariable("reference");
    }

    protected static Long requestId(DelegateExecution execution) {
        return (Long) execution.getVariable("requestId");
    }

    protected static Long referralId(DelegateExecution execution) {
        return (Long) execution.getVariable("referralId");
    }
}

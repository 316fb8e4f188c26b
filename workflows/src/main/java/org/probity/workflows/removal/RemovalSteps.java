package org.probity.workflows.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probity.calendar.WorkingDays;
import org.probity.removal.RemovalClocks;
import org.probity.removal.Removals;
import org.probity.workflows.engine.Steps;

/** Steps of one removal request. */
@Named
@ApplicationScoped
public class RemovalSteps extends Steps {

    private final Removals removals;
    private final RemovalClocks clocks;

    protected RemovalSteps() {
        this(null, null, null, null);
    }

    @Inject
    public RemovalSteps(WorkingDays days, Clock clock, Removals removals, RemovalClocks clocks) {
        super(days, clock);
        this.removals = removals;
        this.clocks = clocks;
    }

    public void send(DelegateExecution execution) {
        run(execution, () -> removals.send(requestId(execution)));
    }

    /** Whether the letter of the round that runs has to be posted, and was not yet. */
    public boolean isToPost(DelegateExecution execution) {
        return at(execution, () -> clocks.isToPost(requestId(execution)));
    }

    public Date reminderDue(DelegateExecution execution) {
        return date(execution, () -> clocks.reminderDue(requestId(execution)));
    }

    public void remind(DelegateExecution execution) {
        run(execution, () -> removals.remind(requestId(execution)));
    }

    public Date replyDue(DelegateExecution execution) {
        return date(execution, () -> clocks.replyDue(requestId(execution)));
    }

    public void markOverdue(DelegateExecution execution) {
        run(execution, () -> removals.markOverdue(requestId(execution)));
    }
}

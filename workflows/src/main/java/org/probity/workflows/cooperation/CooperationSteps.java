package org.probity.workflows.cooperation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probity.calendar.WorkingDays;
import org.probity.cooperation.CooperationClocks;
import org.probity.cooperation.Cooperations;
import org.probity.workflows.engine.Steps;

/** Steps of one request for help. */
@Named
@ApplicationScoped
public class CooperationSteps extends Steps {

    private final Cooperations cooperations;
    private final CooperationClocks clocks;

    protected CooperationSteps() {
        this(null, null, null, null);
    }

    @Inject
    public CooperationSteps(WorkingDays days, Clock clock, Cooperations cooperations, CooperationClocks clocks) {
        super(days, clock);
        this.cooperations = cooperations;
        this.clocks = clocks;
    }

    public void send(DelegateExecution execution) {
        run(execution, () -> cooperations.send(requestId(execution)));
    }

    /** Whether the letter of the round that runs has to be posted, and was not yet. */
    public boolean isToPost(DelegateExecution execution) {
        return at(execution, () -> clocks.isToPost(requestId(execution)));
    }

    public Date firstReminderDue(DelegateExecution execution) {
        return date(execution, () -> clocks.reminderDue(requestId(execution), 1));
    }

    public void remind(DelegateExecution execution) {
        run(execution, () -> cooperations.remind(requestId(execution), 1));
    }

    public Date secondReminderDue(DelegateExecution execution) {
        return date(execution, () -> clocks.reminderDue(requestId(execution), 2));
    }

    public void remindAgain(DelegateExecution execution) {
        run(execution, () -> cooperations.remind(requestId(execution), 2));
    }

    public Date replyDue(DelegateExecution execution) {
        return date(execution, () -> clocks.replyDue(requestId(execution)));
    }

    public void markOverdue(DelegateExecution execution) {
        run(execution, () -> cooperations.markOverdue(requestId(execution)));
    }

    public Date meetingDue(DelegateExecution execution) {
        return date(execution, () -> clocks.meetingDue(requestId(execution)));
    }
}

package org.probity.workflows.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probity.calendar.WorkingDays;
import org.probity.closure.Closures;
import org.probity.tenancy.Boards;
import org.probity.workflows.engine.Steps;

/** Steps of the whole case. */
@Named
@ApplicationScoped
public class InvestigationSteps extends Steps {

    private final Boards boards;
    private final Closures closures;

    protected InvestigationSteps() {
        this(null, null, null, null);
    }

    @Inject
    public InvestigationSteps(WorkingDays days, Clock clock, Boards boards, Closures closures) {
        super(days, clock);
        this.boards = boards;
        this.closures = closures;
    }

    /** The board's time for an investigation, from now. */
    public Date findingsDue(DelegateExecution execution) {
        return within(execution, at(execution, () -> boards.board().deadlines().investigationDays()));
    }

    public void sendAdvice(DelegateExecution execution) {
        run(execution, () -> closures.sendAdvice(reference(execution)));
    }

    public void announceWithdrawal(DelegateExecution execution) {
        run(execution, () -> closures.announceWithdrawal(reference(execution)));
    }
}

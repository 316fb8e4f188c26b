package org.probity.workflows.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probity.calendar.WorkingDays;
import org.probity.detection.SafeguardingClock;
import org.probity.detection.Triages;
import org.probity.investigation.Severity;
import org.probity.workflows.engine.Steps;

/** Steps between a concern and the decision what to do about it. */
@Named
@ApplicationScoped
public class DetectionSteps extends Steps {

    private final SafeguardingClock safeguarding;
    private final Triages triages;

    protected DetectionSteps() {
        this(null, null, null, null);
    }

    @Inject
    public DetectionSteps(WorkingDays days, Clock clock, SafeguardingClock safeguarding, Triages triages) {
        super(days, clock);
        this.safeguarding = safeguarding;
        this.triages = triages;
    }

    public void checkConflicts(DelegateExecution execution) {
        run(execution, () -> safeguarding.checkConflicts(reference(execution)));
    }

    public void recordSeverity(DelegateExecution execution) {
        Severity severity = Severity.valueOf((String) execution.getVariable("severity"));
        run(execution, () -> triages.rated(reference(execution), severity));
    }

    public Date tellingDue(DelegateExecution execution) {
        return date(execution, () -> safeguarding.tellingDue(reference(execution)));
    }

    public void remindTelling(DelegateExecution execution) {
        run(execution, () -> safeguarding.remindTelling(reference(execution)));
    }
}

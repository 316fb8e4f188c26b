package org.probity.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.probity.access.Role;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Severity;
import org.probity.kernel.Days;
import org.probity.kernel.Unguarded;
import org.probity.member.Directory;
import org.probity.referral.ReferralClocks;
import org.probity.worklist.NewWork;

/** Says for whom a waiting step is: the officer of the case, its subject, or the parent organisation it was sent to. */
@Unguarded("It answers the engine from guarded services")
@ApplicationScoped
public class TaskAssignment {

    /** Steps of an urgent case that do not wait for a working day. */
    private static final Set<String> SAME_DAY = Set.of("answerUrgentGate", "reportDanger");

    private final Investigations investigations;
    private final Directory directory;
    private final ReferralClocks referrals;
    private final Clock clock;

    protected TaskAssignment() {
        this(null, null, null, null);
    }

    @Inject
    public TaskAssignment(Investigations investigations, Directory directory, ReferralClocks referrals, Clock clock) {
        this.investigations = investigations;
        this.directory = directory;
        this.referrals = referrals;
        this.clock = clock;
    }

    NewWork item(DelegateTask task, TaskTarget taskTarget) {
        Investigation investigation = investigations.byId((Long) task.getExecution().getVariable("investigationId"));
        Long targetId = taskTarget.idVariable() == null ? null : (Long) task.getExecution().getVariable(taskTarget.idVariable());
        return new NewWork(task.getId(), taskTarget.task(), taskTarget.process(), investigation.reference(), investigation.id(),
                taskTarget.target(), targetId, investigation.title(), taskTarget.stage(), taskTarget.role(),
                taskTarget.role() == Role.OFFICER ? investigation.officerId() : null,
                taskTarget.role() == Role.EMPLOYEE ? account(investigation) : null,
                taskTarget.role() == Role.HR ? referrals.organisation(targetId) : null, due(task, taskTarget, investigation),
                investigation.urgency().urgent(), Severity.rank(investigation.severity()), taskTarget.capacity());
    }

    /** Whether it waits for a subject who may not be contacted. */
    boolean isHeld(NewWork item) {
        return item.role() == Role.EMPLOYEE && !investigations.byId(item.investigationId()).contactAllowed();
    }

    private Long account(Investigation investigation) {
        return directory.person(investigation.subjectId()).accountId();
    }

    /** Where somebody may be in danger, what has to be looked at and told first is due on the day that it comes up, whatever day that is. */
    private Instant due(DelegateTask task, TaskTarget taskTarget, Investigation investigation) {
        if (investigation.urgency().urgent() && SAME_DAY.contains(taskTarget.task())) {
            return Days.end(Days.of(clock.instant()));
        }
        return task.getDueDate() == null ? null : task.getDueDate().toInstant();
    }
}

package org.probity.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.probity.identity.Directory;
import org.probity.identity.Role;
import org.probity.investigation.Investigation;
import org.probity.investigation.Investigations;
import org.probity.investigation.Severity;
import org.probity.kernel.Unguarded;
import org.probity.referral.ReferralClocks;
import org.probity.worklist.NewWork;

/** Says for whom a waiting step is: the officer of the case, its subject, or the parent organisation it was sent to. */
@Unguarded("It answers the engine from guarded services")
@ApplicationScoped
public class Whose {

    private final Investigations investigations;
    private final Directory directory;
    private final ReferralClocks referrals;

    protected Whose() {
        this(null, null, null);
    }

    @Inject
    public Whose(Investigations investigations, Directory directory, ReferralClocks referrals) {
        this.investigations = investigations;
        this.directory = directory;
        this.referrals = referrals;
    }

    NewWork item(DelegateTask task, Desk desk) {
        Investigation investigation = investigations.byId((Long) task.getExecution().getVariable("investigationId"));
        Long targetId = desk.idVariable() == null ? null : (Long) task.getExecution().getVariable(desk.idVariable());
        return new NewWork(task.getId(), desk.task(), desk.process(), investigation.reference(), investigation.id(),
                desk.target(), targetId, investigation.title(), desk.stage(), desk.role(),
                desk.role() == Role.OFFICER ? investigation.officerId() : null,
                desk.role() == Role.EMPLOYEE ? account(investigation) : null,
                desk.role() == Role.HR ? referrals.organisation(targetId) : null, due(task.getDueDate()),
                investigation.urgency().urgent(), Severity.rank(investigation.severity()), desk.capacity());
    }

    /** Whether it waits for a subject who may not be contacted. */
    boolean isHeld(NewWork item) {
        return item.role() == Role.EMPLOYEE && !investigations.byId(item.investigationId()).contactAllowed();
    }

    private Long account(Investigation investigation) {
        return directory.person(investigation.subjectId()).accountId();
    }

    private static Instant due(Date date) {
        return date == null ? null : date.toInstant();
    }
}

package org.probity.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;
import org.probity.worklist.EngineHealth;

/** Lets the operator see what waits and what failed, and try again. */
@ApplicationScoped
@Guarded
@Transactional
public class EngineWatch implements EngineHealth {

    private static final int RETRIES = 3;

    private final ProcessEngine engine;

    protected EngineWatch() {
        this(null);
    }

    @Inject
    public EngineWatch(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    @Permitted(Act.OPERATE)
    public Counts counts() {
        long all = jobs().timers().active().count();
        long due = jobs().executable().count();
        long dueTimers = jobs().timers().executable().count();
        return new Counts(all - dueTimers, due, jobs().withException().withRetriesLeft().count());
    }

    private JobQuery jobs() {
        return clocks().createJobQuery();
    }

    private ManagementService clocks() {
        return engine.getManagementService();
    }

    @Override
    @Permitted(Act.OPERATE)
    public List<Incident> incidents(int page, int size) {
        return failed().orderByJobDuedate().desc().orderByJobId().desc().listPage(Page.offset(page, size), Page.size(size)).stream()
                .map(this::shown).toList();
    }

    private JobQuery failed() {
        return jobs().noRetriesLeft();
    }

    /**
     * The engine raises an incident for this job, and the same one for each process above it. Where it did not, or knows no case of it,
     * the job is shown all the same: what is wrong at one board hides nothing of the others.
     */
    private Incident shown(Job job) {
        var raised = engine.getRuntimeService().createIncidentQuery().configuration(job.getId()).orderByIncidentId().asc().listPage(0, 1)
                .stream().findFirst();
        return new Incident(job.getId(), job.getTenantId(), reference(job.getProcessInstanceId()), job.getProcessDefinitionKey(),
                raised.map(incident -> incident.getActivityId()).orElse(job.getFailedActivityId()), job.getExceptionMessage(),
                raised.map(incident -> incident.getIncidentTimestamp()).orElse(job.getCreateTime()).toInstant());
    }

    private String reference(String processInstanceId) {
        ProcessInstance process = engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult();
        return process == null || process.getBusinessKey() == null ? "" : process.getBusinessKey().replaceFirst("/.*", "");
    }

    @Override
    @Permitted(Act.OPERATE)
    public long incidentCount() {
        return failed().count();
    }

    @Override
    @Permitted(Act.OPERATE)
    public void retry(String incidentId) {
        Job job = failed().jobId(incidentId).singleResult();
        if (job == null) {
            throw Refusal.notFound();
        }
        CurrentBoard.run(job.getTenantId(), () -> inItsOwnTransaction(() -> clocks().setJobRetries(incidentId, RETRIES)));
    }

    /** The operator's own transaction belongs to no board. */
    private void inItsOwnTransaction(Runnable work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequiresNew().execute(context -> {
            work.run();
            return null;
        });
    }
}

package org.probity.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.probity.kernel.DeadlineShift;
import org.probity.kernel.Like;
import org.probity.kernel.Refusal;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CurrentBoard;
import org.probity.worklist.Processes;

/**
 * Moves the processes of the current board. A refusal from inside a step comes out as itself, so that the person who
 * acted is told; whoever acts on a step that has just gone is told that too.
 */
@Unguarded("Services move processes through it once they have been passed by the door; pages have no way to it")
@ApplicationScoped
public class EngineProcesses implements Processes {

    /** Its only timer is the time to tell the designated officer, which runs from the concern whatever the board does. */
    private static final String TELLING = "detection";

    private final ProcessEngine engine;

    protected EngineProcesses() {
        this(null);
    }

    @Inject
    public EngineProcesses(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void start(String process, String reference, Map<String, Object> ids) {
        attempt(() -> engine.getRuntimeService().startProcessInstanceByKey(process, reference, ids));
    }

    @Override
    public void startAt(String process, String step, String businessKey, Map<String, Object> ids) {
        attempt(() -> engine.getRuntimeService().createProcessInstanceByKey(process).businessKey(businessKey).setVariables(ids)
                .startBeforeActivity(step).execute());
    }

    @Override
    public void stop(String businessKey) {
        attempt(() -> atBoard().processInstanceBusinessKey(businessKey).list()
                .forEach(process -> engine.getRuntimeService().deleteProcessInstance(process.getId(), "its case has ended")));
    }

    @Override
    public void complete(String taskId, Map<String, Object> answers) {
        attempt(() -> engine.getTaskService().complete(taskId, answers));
    }

    /** Ids sent to a case stay with the step they start there, so that two requests at a time never mix. */
    @Override
    public void message(String message, String businessKey, Map<String, Object> ids) {
        MessageCorrelationBuilder correlation = engine.getRuntimeService().createMessageCorrelation(message)
                .tenantId(CurrentBoard.slug()).processInstanceBusinessKey(businessKey);
        boolean toOneRequest = businessKey.contains("/");
        attempt(() -> (toOneRequest ? correlation.setVariables(ids) : correlation.setVariablesToTriggeredScope(ids))
                .correlate());
    }

    /** Only the clocks stop, but for those of {@link #TELLING}. That nobody acts meanwhile is a rule of the case. */
    @Override
    public void suspend(String reference) {
        running(reference).stream().filter(process -> !tells(process)).forEach(process -> clocks().updateJobSuspensionState()
                .byProcessInstanceId(process.getId()).suspend());
    }

    @Override
    public void resume(String reference, DeadlineShift stood) {
        running(reference).forEach(process -> {
            if (!tells(process)) {
                waiting(process).forEach(timer -> clocks().setJobDuedate(timer.getId(),
                        Date.from(stood.moved(begun(timer), timer.getDuedate().toInstant()))));
            }
            clocks().updateJobSuspensionState().byProcessInstanceId(process.getId()).activate();
        });
    }

    private static Instant begun(Job timer) {
        return timer.getCreateTime() == null ? null : timer.getCreateTime().toInstant();
    }

    private static boolean tells(ProcessInstance process) {
        return process.getProcessDefinitionKey().equals(TELLING);
    }

    private List<Job> waiting(ProcessInstance process) {
        return clocks().createJobQuery().processInstanceId(process.getId()).timers().suspended().list();
    }

    private ManagementService clocks() {
        return engine.getManagementService();
    }

    private List<ProcessInstance> running(String reference) {
        return Stream.concat(atBoard().processInstanceBusinessKey(reference).list().stream(),
                atBoard().processInstanceBusinessKeyLike(Like.literally(reference, '\\') + "/%").list().stream()).toList();
    }

    private ProcessInstanceQuery atBoard() {
        return engine.getRuntimeService().createProcessInstanceQuery().tenantIdIn(CurrentBoard.slug());
    }

    private static void attempt(Runnable move) {
        try {
            move.run();
        } catch (OptimisticLockingException lost) {
            throw Refusal.state("kernel.refused.lostRace");
        } catch (MismatchingMessageCorrelationException late) {
            throw Refusal.state("worklist.refused.notNext");
        } catch (ProcessEngineException failed) {
            throw refusalIn(failed);
        }
    }

    private static RuntimeException refusalIn(ProcessEngineException failed) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return failed;
    }
}

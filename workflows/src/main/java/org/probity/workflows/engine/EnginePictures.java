package org.probity.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstanceQuery;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.probity.access.Act;
import org.probity.access.Guarded;
import org.probity.access.OfCase;
import org.probity.access.Permitted;
import org.probity.kernel.Like;
import org.probity.tenancy.CurrentBoard;
import org.probity.worklist.ProcessPictures;

/** Reads from the engine's history where the runs of a case have been. */
@ApplicationScoped
@Guarded
public class EnginePictures implements ProcessPictures {

    private final ProcessEngine engine;

    protected EnginePictures() {
        this(null);
    }

    @Inject
    public EnginePictures(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    @Permitted(Act.SEE_INVESTIGATION)
    public List<Run> of(@OfCase String reference) {
        return Stream.concat(atBoard().processInstanceBusinessKey(reference).list().stream(),
                atBoard().processInstanceBusinessKeyLike(Like.literally(reference, '\\') + "/%").list().stream())
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(HistoricProcessInstance::getId))
                .map(this::run).toList();
    }

    private HistoricProcessInstanceQuery atBoard() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().tenantIdIn(CurrentBoard.slug());
    }

    private Run run(HistoricProcessInstance process) {
        List<HistoricActivityInstance> steps = engine.getHistoryService().createHistoricActivityInstanceQuery()
                .processInstanceId(process.getId()).list();
        return new Run(process.getProcessDefinitionKey(), target(process.getBusinessKey()),
                process.getStartTime().toInstant(), instant(process.getEndTime()),
                ids(steps, step -> step.getEndTime() != null && !step.isCanceled()),
                ids(steps, step -> step.getEndTime() == null), failed(process), timers(process));
    }

    /** The number in {@code CHSCB-2026-0042/R17}. */
    private static Long target(String businessKey) {
        int slash = businessKey.indexOf('/');
        return slash < 0 ? null : Long.valueOf(businessKey.substring(slash + 2));
    }

    private static Set<String> ids(List<HistoricActivityInstance> steps, Predicate<HistoricActivityInstance> which) {
        return steps.stream().filter(which).map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
    }

    private Set<String> failed(HistoricProcessInstance process) {
        return engine.getRuntimeService().createIncidentQuery().processInstanceId(process.getId()).list().stream()
                .map(Incident::getActivityId).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private List<Timer> timers(HistoricProcessInstance process) {
        List<Job> waiting = engine.getManagementService().createJobQuery().processInstanceId(process.getId()).timers()
                .orderByJobDuedate().asc().list();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<String, String> activities = engine.getManagementService().createJobDefinitionQuery()
                .processDefinitionId(process.getProcessDefinitionId()).list().stream()
                .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
        return waiting.stream().map(job -> new Timer(activities.get(job.getJobDefinitionId()), instant(job.getDuedate())))
                .toList();
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    @Override
    @Permitted(Act.SEE_INVESTIGATION)
    public InputStream drawing(String process) {
        String resource = "processes/" + process + ".bpmn";
        if (!EngineSettings.RESOURCES.contains(resource)) {
            throw new IllegalArgumentException("No process is called " + process);
        }
        return EngineSettings.class.getClassLoader().getResourceAsStream(resource);
    }
}

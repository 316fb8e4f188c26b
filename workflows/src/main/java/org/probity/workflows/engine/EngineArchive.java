package org.probity.workflows.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.probity.boardrows.EngineState;
import org.probity.kernel.Unguarded;

/**
 * Names definitions by what they say: the key of a process and a hash of its drawing. So a case comes back only to where
 * the very same process runs, whatever number its version has there.
 */
@Unguarded("The port of the archive, whose guarded service asks the operator's right")
@ApplicationScoped
public class EngineArchive implements EngineState {

    private static final int SHORT_HASH = 16;

    private final ProcessEngine engine;

    protected EngineArchive() {
        this(null);
    }

    @Inject
    public EngineArchive(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, TreeSet<String>> deployments = new LinkedHashMap<>();
        for (ProcessDefinition process : processes()) {
            String name = process.getKey() + "@" + hash(drawing(process));
            names.put(process.getId(), name);
            deployments.computeIfAbsent(process.getDeploymentId(), id -> new TreeSet<>()).add(name);
        }
        deployments.forEach((id, held) -> names.put(id, "deployment@" + hash(String.join("\n", held).getBytes(StandardCharsets.UTF_8))));
        for (JobDefinition job : jobs()) {
            names.put(job.getId(), names.get(job.getProcessDefinitionId()) + "/" + job.getActivityId() + "/" + job.getJobType()
                    + "/" + job.getJobConfiguration());
        }
        return names;
    }

    /** The newest come last, and are taken. */
    @Override
    public Map<String, String> ids() {
        return names().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (older, newer) -> newer));
    }

    @Override
    public Map<String, Set<String>> steps() {
        Map<String, Set<String>> steps = new LinkedHashMap<>();
        for (ProcessDefinition process : processes()) {
            steps.put(process.getKey() + "@" + hash(drawing(process)), engine.getRepositoryService().getBpmnModelInstance(process.getId())
                    .getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).collect(Collectors.toSet()));
        }
        return steps;
    }

    private List<ProcessDefinition> processes() {
        return engine.getRepositoryService().createProcessDefinitionQuery().orderByProcessDefinitionVersion().asc().list();
    }

    private List<JobDefinition> jobs() {
        Map<String, Integer> versions = processes().stream()
                .collect(Collectors.toMap(ProcessDefinition::getId, ProcessDefinition::getVersion));
        return engine.getManagementService().createJobDefinitionQuery().list().stream()
                .filter(job -> versions.containsKey(job.getProcessDefinitionId()))
                .sorted(Comparator.comparing(job -> versions.get(job.getProcessDefinitionId()))).toList();
    }

    private byte[] drawing(ProcessDefinition process) {
        RepositoryService repository = engine.getRepositoryService();
        try (InputStream drawing = repository.getProcessModel(process.getId())) {
            return drawing.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, SHORT_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

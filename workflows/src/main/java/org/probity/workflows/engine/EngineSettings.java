package org.probity.workflows.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * What the engine is for here, and nothing more: it moves processes and strikes clocks. Who did what is in the audit,
 * so it keeps no variables, users, comments or metrics of its own; that is also what makes opening a case quick.
 */
final class EngineSettings {

    /** The processes and decisions, as they lie in this module. */
    static final List<String> RESOURCES = List.of("processes/breach-investigation.bpmn", "processes/detection.bpmn",
            "processes/content-removal.bpmn", "processes/co-operation.bpmn", "processes/disciplinary-referral.bpmn",
            "decisions/severity.dmn");

    private static final String DEPLOYMENT = "probity";

    /** A failing step is tried again after these waits; after the last it becomes an incident for the operator. */
    private static final String RETRIES = "PT10S,PT1M,PT5M";

    private EngineSettings() {
    }

    /**
     * @param beans what expressions in the processes may name
     * @param workItems turns waiting steps into work items
     */
    static void apply(ProcessEngineConfigurationImpl configuration, Map<Object, Object> beans, BpmnParseListener workItems) {
        configuration.setProcessEngineName("probity");
        confine(configuration, beans);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(workItems)));
        configuration.setTenantIdProvider(new BoardTenant());
        configuration.setIdGenerator(new TimeOrderedIds());
        keepLittle(configuration);
        switchOff(configuration);
        configuration.setFailedJobCommandFactory(DiscreetRetry::new);
        configuration.setFailedJobRetryTimeCycle(RETRIES);
        configuration.setReevaluateTimeCycleWhenDue(true);
        configuration.setSkipOutputMappingOnCanceledActivities(true);
    }

    /** What a definition says is not trusted, even where it lies in the database: it can name steps, and nothing else is run. */
    private static void confine(ProcessEngineConfigurationImpl configuration, Map<Object, Object> beans) {
        configuration.setExpressionManager(new StepsExpressions(beans));
        configuration.setBpmnParseFactory(KnownProcess::new);
        configuration.setDmnEngineConfiguration(KnownDecision.only());
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.getProcessEnginePlugins().add(new PlainValues());
    }

    private static void keepLittle(ProcessEngineConfigurationImpl configuration) {
        LeanHistory history = new LeanHistory();
        configuration.setCustomHistoryLevels(List.of(history));
        configuration.setHistory(history.getName());
        configuration.setHistoryRemovalTimeStrategy("none");
        configuration.setHistoryCleanupStrategy("endTimeBased");
        configuration.setHistoryCleanupEnabled(false);
    }

    private static void switchOff(ProcessEngineConfigurationImpl configuration) {
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setAuthorizationEnabled(false);
        configuration.setTenantCheckEnabled(false);
        configuration.setInvokeCustomVariableListeners(false);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setDmnFeelEnableLegacyBehavior(true);
        configuration.setEnableCmdExceptionLogging(false);
    }

    /** Deploys the processes for all boards together, and only when one of them has changed. */
    static void deploy(ProcessEngine engine) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name(DEPLOYMENT)
                .enableDuplicateFiltering(false);
        RESOURCES.forEach(resource -> deployment.addInputStream(resource, packed(resource)));
        deployment.deploy();
    }

    /**
     * Where only the owner of the database deploys.
     *
     * @throws IllegalStateException where what is deployed is not of this release
     */
    static void requireDeployed(ProcessEngine engine) {
        RepositoryService repository = engine.getRepositoryService();
        List<Deployment> newest = repository.createDeploymentQuery().deploymentName(DEPLOYMENT).orderByDeploymentTime().desc().listPage(0, 1);
        if (newest.isEmpty() || !RESOURCES.stream().allMatch(resource -> isDeployed(repository, newest.get(0).getId(), resource))) {
            throw new IllegalStateException("the processes of this release were not deployed. docs/operating.md says how the "
                    + "owner of the tables prepares the database.");
        }
    }

    private static boolean isDeployed(RepositoryService repository, String deployment, String resource) {
        if (!repository.getDeploymentResourceNames(deployment).contains(resource)) {
            return false;
        }
        try (InputStream deployed = repository.getResourceAsStream(deployment, resource); InputStream packed = packed(resource)) {
            return Arrays.equals(deployed.readAllBytes(), packed.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream packed(String resource) {
        return EngineSettings.class.getClassLoader().getResourceAsStream(resource);
    }
}

package org.probity.workflows.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name("probity")
                .enableDuplicateFiltering(false);
        RESOURCES.forEach(resource -> deployment.addInputStream(resource,
                EngineSettings.class.getClassLoader().getResourceAsStream(resource)));
        deployment.deploy();
    }
}

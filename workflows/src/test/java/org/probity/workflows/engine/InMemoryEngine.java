package org.probity.workflows.engine;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.joda.time.DateTimeUtils;

/** The engine with the settings of the real one, on a database in memory and without threads of its own. */
public final class InMemoryEngine {

    private InMemoryEngine() {
    }

    /** @param clock what the engine takes for the time, in all of this JVM */
    public static ProcessEngine start(Map<Object, Object> beans, BpmnParseListener workItems, Clock clock) {
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:engine;DB_CLOSE_DELAY=-1");
        EngineSettings.apply(configuration, beans, workItems);
        ProcessEngine engine = configuration.buildProcessEngine();
        deploy(engine);
        return engine;
    }

    /** The same on the tables there are in that database. */
    public static ProcessEngine startOn(DataSource database, Map<Object, Object> beans, BpmnParseListener workItems, Clock clock) {
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        EngineSettings.apply(configuration, beans, workItems);
        ProcessEngine engine = configuration.buildProcessEngine();
        deploy(engine);
        return engine;
    }

    public static void deploy(ProcessEngine engine) {
        EngineSettings.deploy(engine);
    }
}

package org.probity.workflows.engine;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.JakartaTransactionProcessEngineConfiguration;
import org.joda.time.DateTimeUtils;
import org.probity.kernel.Unguarded;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.EngineConnections;

/**
 * Starts and stops the process engine with the application. It keeps its tables in the case database and takes part in
 * the transaction of whoever calls; its timers run on threads of the container.
 */
@Unguarded("The engine itself; only its own package may ask it anything")
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Engine {

    @Resource(lookup = "java:jboss/datasources/ProbityDS")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Resource(lookup = "java:jboss/ee/concurrency/executor/engine")
    private ManagedExecutorService threads;

    @Inject
    @Any
    private Instance<Steps> steps;

    @Inject
    private WorkItems workItems;

    @Inject
    private Clock clock;

    private ProcessEngine engine;

    @PostConstruct
    void start() {
        DateTimeUtils.setCurrentMillisProvider(clock::millis);
        boolean walled = CaseDatabase.isWalled();
        if (!walled) {
            makeTables();
        }
        engine = configuration().buildProcessEngine();
        if (walled) {
            EngineSettings.requireDeployed(engine);
        } else {
            EngineSettings.deploy(engine);
        }
    }

    /** Of the embedded database, which has no owner beside the application. */
    private static void makeTables() {
        try {
            CaseDatabase.alone(EngineTables::makeWhereMissing);
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the process engine cannot be made", e);
        }
    }

    private JakartaTransactionProcessEngineConfiguration configuration() {
        JakartaTransactionProcessEngineConfiguration configuration = new JakartaTransactionProcessEngineConfiguration();
        configuration.setDataSource(new EngineConnections(dataSource));
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHostname(System.getProperty("jboss.node.name", "probity"));
        configuration.setJobExecutor(new ManagedJobExecutor(threads));
        configuration.setJobExecutorActivate(true);
        EngineSettings.apply(configuration, beans(), workItems);
        return configuration;
    }

    private Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        steps.handles().forEach(handle -> beans.put(handle.getBean().getName(), handle.get()));
        return beans;
    }

    /** The running engine, for the ports in this package. */
    @Produces
    @ApplicationScoped
    public ProcessEngine engine() {
        return engine;
    }

    @PreDestroy
    void stop() {
        engine.close();
        DateTimeUtils.setCurrentMillisSystem();
    }
}

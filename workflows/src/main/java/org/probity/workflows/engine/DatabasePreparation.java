package org.probity.workflows.engine;

import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.probity.tenancy.CaseDatabase;
import org.probity.tenancy.DatabaseOwner;

/**
 * Makes PostgreSQL ready for the servers of this release, as the owner of its tables: migrations, the engine's tables, the
 * processes, and the walls between boards. A process of its own, which ends before a server starts and is the only one
 * that is given {@code PROBITY_DB_OWNER_USER} and {@code PROBITY_DB_OWNER_PASSWORD}.
 */
public final class DatabasePreparation {

    private static final String DRIVER = "org.postgresql.Driver";

    private DatabasePreparation() {
    }

    /** @throws IllegalStateException where the application's role may too much */
    public static void main(String[] args) throws SQLException {
        Logger.getLogger("").setLevel(Level.WARNING);
        DataSource asOwner = database("PROBITY_DB_OWNER_USER", "PROBITY_DB_OWNER_PASSWORD");
        DatabaseOwner database = new DatabaseOwner(asOwner, database("PROBITY_DB_USER", "PROBITY_DB_PASSWORD"));
        CaseDatabase.alone(asOwner, owner -> {
            database.migrate(owner);
            EngineTables.makeWhereMissing(owner);
            deploy(asOwner);
            database.wall(owner);
        });
    }

    private static DataSource database(String user, String password) {
        return new UnpooledDataSource(DatabasePreparation.class.getClassLoader(), DRIVER, setting("PROBITY_DB_URL"), setting(user), setting(password));
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException("To prepare the database " + name + " has to be set");
        }
        return value;
    }

    private static void deploy(DataSource asOwner) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(asOwner);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        EngineSettings.apply(configuration, Map.of(), new AbstractBpmnParseListener() { });
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            EngineSettings.deploy(engine);
        } finally {
            engine.close();
        }
    }
}

package org.probity.workflows.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.jdbc.ScriptRunner;
import org.camunda.bpm.engine.ProcessEngine;
import org.probity.tenancy.CaseDatabase;

/**
 * Makes the engine's tables from its own scripts when there are none, as the owner of the database; the engine itself then
 * only checks that they are of its version. What it asks for again and again and its scripts leave without an index gets one,
 * in tables of an earlier release too.
 */
final class EngineTables {

    private static final List<String> PARTS = List.of("engine", "history", "identity", "decision.engine", "decision.history");

    /** Each was seen read whole at 100,000 open cases ({@code EngineLoad}). */
    private static final List<String> INDEXES = List.of(
            "create index if not exists probity_task_parent on act_ru_task (parent_task_id_)",
            "create index if not exists probity_job_due on act_ru_job (duedate_)");

    /** By the beginning of a business key are all runs of a case found; an index of PostgreSQL serves that only where it is told to. */
    private static final List<String> INDEXES_OF_POSTGRESQL = List.of(
            "create index if not exists probity_execution_key on act_ru_execution (business_key_ varchar_pattern_ops)",
            "create index if not exists probity_run_key on act_hi_procinst (business_key_ varchar_pattern_ops)");

    private EngineTables() {
    }

    static void makeWhereMissing(Connection owner) throws SQLException {
        if (!exist(owner.getMetaData())) {
            make(owner);
        }
        index(owner);
    }

    private static void index(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String index : INDEXES) {
                statement.execute(index);
            }
            for (String index : CaseDatabase.isWalled(owner) ? INDEXES_OF_POSTGRESQL : List.<String>of()) {
                statement.execute(index);
            }
        }
    }

    private static boolean exist(DatabaseMetaData database) throws SQLException {
        String table = database.storesLowerCaseIdentifiers() ? "act_ge_property" : "ACT_GE_PROPERTY";
        try (ResultSet tables = database.getTables(null, null, table, null)) {
            return tables.next();
        }
    }

    private static void make(Connection owner) throws SQLException {
        String product = CaseDatabase.isWalled(owner) ? "postgres" : owner.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        List<InputStream> scripts = PARTS.stream().map(part -> script(product, part)).toList();
        owner.setAutoCommit(false);
        try (Reader all = new InputStreamReader(new SequenceInputStream(Collections.enumeration(scripts)), StandardCharsets.UTF_8)) {
            ScriptRunner runner = new ScriptRunner(owner);
            runner.setLogWriter(null);
            runner.setStopOnError(true);
            runner.runScript(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            owner.setAutoCommit(true);
        }
    }

    private static InputStream script(String product, String part) {
        return ProcessEngine.class.getClassLoader()
                .getResourceAsStream("org/camunda/bpm/engine/db/create/activiti." + product + ".create." + part + ".sql");
    }
}

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
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.ibatis.jdbc.ScriptRunner;
import org.camunda.bpm.engine.ProcessEngine;
import org.probity.tenancy.CaseDatabase;

/**
 * Makes the engine's tables from its own scripts when there are none, as the owner of the database; the engine itself then
 * only checks that they are of its version.
 */
final class EngineTables {

    private static final List<String> PARTS = List.of("engine", "history", "identity", "decision.engine", "decision.history");

    private EngineTables() {
    }

    static void makeWhereMissing(Connection owner) throws SQLException {
        if (!exist(owner.getMetaData())) {
            make(owner);
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

package org.probity.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the engine asks for again and again is found along an index, on either database, whether its tables are new or of an earlier release. */
class EngineTablesTest {

    private static final Set<String> INDEXES = Set.of("act_ru_job.duedate_", "act_ru_task.parent_task_id_");
    private static final Set<String> INDEXES_OF_POSTGRESQL = Set.of("act_hi_procinst.business_key_", "act_ru_execution.business_key_",
            "act_ru_job.duedate_", "act_ru_task.parent_task_id_");

    @Test
    void theEmbeddedDatabaseHasThemAndGetsThemAgain() throws SQLException {
        try (Connection owner = DriverManager.getConnection("jdbc:h2:mem:indexes")) {
            hasThem(owner, INDEXES);
        }
    }

    @Test
    void postgresqlHasThemAndGetsThemAgain() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start(); Connection owner = postgres.getPostgresDatabase().getConnection()) {
            hasThem(owner, INDEXES_OF_POSTGRESQL);
        }
    }

    private static void hasThem(Connection owner, Set<String> indexes) throws SQLException {
        EngineTables.makeWhereMissing(owner);
        assertThat(ours(owner, null)).isEqualTo(indexes);
        ours(owner, "drop index ");
        assertThat(ours(owner, null)).isEmpty();
        EngineTables.makeWhereMissing(owner);
        EngineTables.makeWhereMissing(owner);
        assertThat(ours(owner, null)).isEqualTo(indexes);
    }

    /** @param drop null to leave them. @return the first column of each */
    private static Set<String> ours(Connection owner, String drop) throws SQLException {
        Set<String> columns = new TreeSet<>();
        for (String table : Set.of("act_ru_task", "act_ru_job", "act_ru_execution", "act_ru_event_subscr", "act_hi_procinst", "act_hi_actinst")) {
            String named = owner.getMetaData().storesLowerCaseIdentifiers() ? table : table.toUpperCase(Locale.ROOT);
            Set<String> names = new TreeSet<>();
            try (ResultSet index = owner.getMetaData().getIndexInfo(null, owner.getSchema(), named, false, true)) {
                while (index.next()) {
                    if (String.valueOf(index.getString("INDEX_NAME")).toLowerCase(Locale.ROOT).startsWith("probity_") && index.getInt("ORDINAL_POSITION") == 1) {
                        columns.add(table + "." + index.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                        names.add(index.getString("INDEX_NAME"));
                    }
                }
            }
            for (String name : drop == null ? Set.<String>of() : names) {
                try (PreparedStatement statement = owner.prepareStatement(drop + name)) {
                    statement.execute();
                }
            }
        }
        return columns;
    }
}

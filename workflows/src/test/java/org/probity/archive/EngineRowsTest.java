package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.probity.boardrows.AllowList;
import org.probity.boardrows.BoardTables;
import org.probity.boardrows.Catalogue;
import org.probity.boardrows.EngineRows;
import org.probity.boardrows.EngineTrees;
import org.probity.boardrows.RowCheck;
import org.probity.boardrows.Rule;
import org.probity.boardrows.Table;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Walk;
import org.probity.workflows.engine.EngineArchive;

/** What the engine really writes for a case travels, whole, wherever the case stands; the list of what may is not wished for. */
class EngineRowsTest {

    /** Who runs a job just now, and what went wrong with one in this installation. */
    private static final Set<String> LEFT = Set.of("lock_owner_", "lock_exp_time_", "exception_stack_id_", "exception_msg_", "failed_act_id_",
            "incident_msg_", "last_failure_log_id_", "delegation_", "assignee_");

    private final Set<String> seen = new TreeSet<>();

    @Test
    void aCaseCanBeTakenAwayWhereverItStands() throws SQLException {
        follow(Walk::start, walk -> walk.detected("INVESTIGATE"), walk -> walk.request("removalRequested", walk.id(1)), walk -> walk.days(3), Walk::pause,
                walk -> walk.resume(Duration.ofDays(3)), walk -> walk.days(6), walk -> walk.request("cooperationRequested", Map.of("requestId", walk.id(2),
                "kind", "ACCESS", "needsAuthority", true)), walk -> walk.answer("authoriseAccess", Map.of("authorised", true)), walk -> walk.days(7));
        follow(Walk::start, walk -> walk.detected("INVESTIGATE"), walk -> walk.answer("recordFindings"), walk -> walk.answer("reviewFindings",
                Map.of("review", "AGREED", "refer", true, "referralId", walk.id(9))), walk -> walk.answer("composePack"),
                walk -> walk.answer("approveReferral", Map.of("approval", "APPROVED")), walk -> walk.days(8), Walk::pause,
                walk -> walk.resume(Duration.ofDays(3)), walk -> walk.days(8),
                walk -> walk.answer("acknowledgeReferral", Map.of("acknowledgement", "ACCEPTED")), walk -> walk.days(30));
        follow(walk -> walk.start(true));
        follow(Walk::start, walk -> walk.detected("INVESTIGATE"), walk -> walk.request("removalRequested", walk.id(1)), walk -> walk.breaks("removal.markOverdue"),
                walk -> walk.days(6), walk -> walk.mends("removal.markOverdue"));
        assertThat(seen).contains("act_ru_execution", "act_ru_task", "act_ru_job", "act_ru_variable", "act_ru_event_subscr", "act_hi_procinst", "act_hi_actinst",
                "act_ru_incident", "timer that strikes again", "timer that strikes once");
    }

    @SafeVarargs
    private void follow(UnaryOperator<Walk>... steps) throws SQLException {
        Walk walk = Bench.walk("cwmtaf");
        for (UnaryOperator<Walk> step : steps) {
            walk = step.apply(walk);
            everythingTravels();
        }
    }

    private void everythingTravels() throws SQLException {
        EngineArchive engine = new EngineArchive(Bench.processEngine());
        Map<String, String> names = engine.names();
        RowCheck check = new RowCheck("cwmtaf", new EngineRows(engine.steps(), Set.copyOf(names.values())));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:engine", "sa", ""); Statement statement = connection.createStatement()) {
            Catalogue catalogue = Catalogue.of(connection);
            assertThat(new EngineTrees(connection, catalogue, "cwmtaf").broken()).isEmpty();
            for (BoardTables.Part part : BoardTables.of(catalogue)) {
                try (ResultSet rows = statement.executeQuery("select * from " + part.table().quoted() + (part.slugs() == 1 ? " where "
                        + part.where().replace("?", "'cwmtaf'") : " where 1 = 0"))) {
                    while (rows.next()) {
                        travels(part.table(), rows, names, check);
                    }
                }
            }
        }
    }

    private void travels(Table table, ResultSet row, Map<String, String> names, RowCheck check) throws SQLException {
        assertThat(AllowList.get().travels(table.name())).as(table.name()).isTrue();
        JsonObjectBuilder line = Json.createObjectBuilder();
        for (Table.Column column : table.columns()) {
            JsonValue value = column.kind().read(row, row.findColumn(column.found()));
            Rule rule = AllowList.get().rule(table, column);
            if (value != JsonValue.NULL && AllowList.get().columns(table).contains(column)) {
                line.add(column.name(), rule.type() == Rule.Type.DEFINITION ? Json.createValue(names.get(((JsonString) value).getString())) : value);
            }
            assertThat(rule.travels() || value == JsonValue.NULL || LEFT.contains(column.name())).as(table.name() + "." + column.name() + " " + value).isTrue();
        }
        var built = line.build();
        assertThat(check.fits(table, built)).as(table.name() + " " + built).isTrue();
        seen.add(table.name());
        if (table.name().equals("act_ru_job")) {
            strikesAsItsStepDoes(table, built, check);
        }
    }

    /** A timer strikes again where its drawing says so, a week later, and counted from when it was due. */
    private void strikesAsItsStepDoes(Table table, JsonObject job, RowCheck check) {
        boolean again = job.containsKey("repeat_");
        assertThat(again).isEqualTo(job.getString("job_def_id_").contains("/CYCLE"));
        assertThat(job.getInt("repeat_offset_", 0)).isZero();
        if (job.getString("type_").equals("timer")) {
            seen.add(again ? "timer that strikes again" : "timer that strikes once");
            assertThat(check.fits(table, Json.createObjectBuilder(job).add("repeat_offset_", -1).build())).isFalse();
            assertThat(check.fits(table, Json.createObjectBuilder(job).add("repeat_", "R/2026-11-21T09:00:00Z/P7D").build())).isEqualTo(again);
            assertThat(check.fits(table, Json.createObjectBuilder(job).add("repeat_", "R/2026-11-21T09:00:00Z/PT1S").build())).isFalse();
            assertThat(check.fits(table, Json.createObjectBuilder(job).add("handler_cfg_", job.getString("handler_cfg_") + "$followUpJobCreated").build()))
                    .isEqualTo(again);
        }
    }
}

package org.probity.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.probity.concern.Concerns;
import org.probity.detection.Detections;
import org.probity.detection.UrgentAnswer;
import org.probity.investigation.NewConcern;
import org.probity.kernel.Language;

/**
 * Case data, audit, mail and engine share one transaction. Each test takes a table away, so that its write really fails,
 * and looks at every table afterwards.
 */
@Tag("alone")
@ExtendWith(ArquillianExtension.class)
class OneTransactionIT {

    private static final List<String> TABLES = List.of("concern", "investigation", "audit_entry", "mail", "work_item",
            "gate_answer", "involvement", "act_ru_execution", "act_ru_task", "act_ru_variable", "act_hi_actinst");

    @Resource(lookup = "java:jboss/datasources/ProbityDS")
    private DataSource database;

    @Inject
    private AsMember asMember;

    @Inject
    private Concerns concerns;

    @Inject
    private Detections detections;

    @Deployment
    static EnterpriseArchive probity() {
        return Deployments.probity(OneTransactionIT.class, AsMember.class);
    }

    @Test
    void nothingOfAnOpeningRemainsWhenTheAuditCannotBeWritten() throws SQLException {
        openingFailsWithout("audit_entry");
    }

    @Test
    void nothingOfAnOpeningRemainsWhenTheMailCannotBeQueued() throws SQLException {
        openingFailsWithout("mail");
    }

    @Test
    void nothingOfAnOpeningRemainsWhenTheEngineFails() throws SQLException {
        openingFailsWithout("act_ru_task");
    }

    @Test
    void anActThatFailedInTheEngineCanBeDoneAgain() throws SQLException {
        gateFailsWithout("act_ru_task");
    }

    @Test
    void anActThatCouldNotBeAuditedCanBeDoneAgain() throws SQLException {
        gateFailsWithout("audit_entry");
    }

    private void openingFailsWithout(String table) throws SQLException {
        failsAndLeavesNothing(table, this::open);
        open();
    }

    private void gateFailsWithout(String table) throws SQLException {
        String reference = open();
        Runnable answer = () -> asMember.run("chscb", "officer", () -> detections.answerUrgentGate(reference,
                new UrgentAnswer(false, false, false, "Nothing urgent was found")));
        failsAndLeavesNothing(table, answer);
        answer.run();
        assertThatThrownBy(answer::run).hasStackTraceContaining("worklist.refused.doneBy");
    }

    private String open() {
        return asMember.call("chscb", "officer", () -> concerns.report(new NewConcern("A photograph was posted", null, null,
                null, null, "A. Subject", null, null, null, false, false, false, Language.EN)).reference());
    }

    private void failsAndLeavesNothing(String table, Runnable act) throws SQLException {
        Map<String, Long> before = rows();
        sql("alter table " + table + " rename to " + table + "_away");
        try {
            assertThatThrownBy(act::run).isInstanceOf(RuntimeException.class);
        } finally {
            sql("alter table " + table + "_away rename to " + table);
        }
        assertThat(rows()).isEqualTo(before);
    }

    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}

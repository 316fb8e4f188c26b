package org.probity.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Refusal;
import org.probity.workflows.bench.Bench;
import org.probity.workflows.bench.Journal;
import org.probity.workflows.bench.Walk;
import org.probity.workflows.engine.EngineProcesses;
import org.probity.workflows.engine.EngineWatch;
import org.probity.worklist.EngineHealth.Incident;
import org.probity.worklist.ProcessPictures.Run;
import org.probity.worklist.ProcessPictures.Timer;

/** What the engine promises the domain, whatever the process. */
class EngineTest {

    /** All that a process may remember. None of it says anything about a person. */
    private static final Set<String> REMEMBERED = Set.of("reference", "investigationId", "requestId", "referralId",
            "reopened", "urgent", "decision", "impact", "childInvolved", "repeatConcern", "severity", "mustTell", "review",
            "refer", "reply", "result", "challenge", "extension", "silence", "kind", "needsAuthority", "authorised",
            "approval", "acknowledgement", "redirect");

    private static final ProcessEngine ENGINE = Bench.processEngine();

    private final EngineWatch watch = new EngineWatch(ENGINE);

    @Test
    void nothingStartsWithoutABoard() {
        long before = ENGINE.getRuntimeService().createProcessInstanceQuery().count();
        assertThatThrownBy(() -> new EngineProcesses(ENGINE).start("breach-investigation", "REF-0",
                Map.of("reference", "REF-0", "investigationId", 0L, "reopened", false)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("No board");
        assertThat(ENGINE.getRuntimeService().createProcessInstanceQuery().count()).isEqualTo(before);
    }

    @Test
    void everyRunOfACaseBelongsToItsBoardAndToNoOther() {
        Walk walk = Bench.walk("cwmtaf").start().detected("INVESTIGATE").request("removalRequested");
        assertThat(walk.times("removal.send", walk.id(1))).isOne();
        Walk elsewhere = walk.seenFrom("nscb");
        assertThat(walk.runs()).hasSize(3);
        assertThat(elsewhere.runs()).isEmpty();
        assertThatThrownBy(elsewhere::withdraw).isInstanceOf(Refusal.class);
        elsewhere.pause();
        walk.days(6);
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isOne();
    }

    @Test
    void aRefusalInsideAStepComesOutAsItselfAndNothingRemains() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE");
        walk.refuses("removal.send");
        assertThatThrownBy(() -> walk.request("removalRequested")).isInstanceOf(Refusal.class)
                .hasMessageContaining("removal.send.refused");
        walk.mends("removal.send");
        assertThat(walk.runs()).extracting(Run::process).containsExactlyInAnyOrder("breach-investigation", "detection");
        assertThat(walk.run("breach-investigation").active()).containsExactly("recordFindings");
    }

    @Test
    void aPausedCaseKeepsStillAndItsClocksRunOnLaterByThatTime() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested").days(2);
        List<Timer> before = walk.run("content-removal").timers();
        walk.pause().days(30).waitsFor("awaitReply", "recordFindings").resume(Duration.ofDays(30));
        assertThat(walk.times("removal.remind", walk.id(1))).isZero();
        assertThat(walk.run("content-removal").timers()).containsExactlyElementsOf(before.stream()
                .map(timer -> new Timer(timer.activity(), timer.dueAt().plus(Duration.ofDays(30)))).toList());
        walk.days(1);
        assertThat(walk.times("removal.remind", walk.id(1))).isOne();
        walk.days(2).waitsFor("decideOnSilence", "recordFindings");
    }

    @Test
    void oneRequestKeepsStillWhileEverythingElseRunsOn() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE");
        walk.request("removalRequested", walk.id(1)).request("removalRequested", walk.id(2)).days(2);
        walk.pause("/R" + walk.id(1)).days(30);
        assertThat(walk.times("removal.remind", walk.id(1)) + walk.times("removal.markOverdue", walk.id(1))).isZero();
        assertThat(walk.times("removal.markOverdue", walk.id(2))).isOne();
        walk.resume("/R" + walk.id(1), Duration.ofDays(30)).days(1);
        assertThat(walk.times("removal.remind", walk.id(1))).isOne();
        walk.days(2);
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isOne();
    }

    /** As where what a request waited for turns out to be nothing: it was never held, and is due later all the same. */
    @Test
    void theClocksOfARequestMoveAlsoWhereTheyAreStoppedOnlyForThat() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested").days(2);
        List<Timer> before = walk.run("content-removal").timers();
        walk.pause("/R" + walk.id(1)).resume("/R" + walk.id(1), Duration.ofDays(30));
        assertThat(walk.run("content-removal").timers()).isNotEmpty().containsExactlyElementsOf(before.stream()
                .map(timer -> new Timer(timer.activity(), timer.dueAt().plus(Duration.ofDays(30)))).toList());
        walk.days(29);
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isZero();
        walk.days(4);
        assertThat(walk.times("removal.markOverdue", walk.id(1))).isOne();
    }

    @Test
    void anAnswerIsTakenWhileTheClocksOfARequestStandStill() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested");
        walk.pause("/R" + walk.id(1)).answer("awaitReply", Map.of("reply", "REMOVED")).waitsFor("checkItems", "recordFindings")
                .resume("/R" + walk.id(1), Duration.ofDays(1)).answer("checkItems", Map.of("result", "COMPLIED")).waitsFor("recordFindings");
        assertThat(walk.run("content-removal").endedAt()).isNotNull();
    }

    @Test
    void aPausedCaseCanBeWithdrawn() {
        Bench.walk().start().detected("INVESTIGATE").request("removalRequested").pause().withdraw().isOver();
    }

    @Test
    void theNextStepDoesNotWaitForAReminderThatFails() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested");
        walk.breaks("removal.remind");
        walk.days(4).answer("awaitReply", Map.of("reply", "REMOVED")).waitsFor("checkItems", "recordFindings");
        walk.mends("removal.remind");
    }

    @Test
    void aStepThatKeepsFailingIsTriedFourTimesAndThenWaitsForTheOperator() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested");
        walk.breaks("removal.markOverdue");
        walk.days(5);
        assertThat(walk.failures("removal.markOverdue")).isBetween(1L, 3L);
        walk.days(1);
        assertThat(walk.failures("removal.markOverdue")).isEqualTo(4);
        Incident incident = incidentOf(walk);
        assertThat(incident.board()).isEqualTo("chscb");
        assertThat(incident.process()).isEqualTo("content-removal");
        assertThat(incident.activity()).isEqualTo("markOverdue");
        assertThat(incident.message()).startsWith("ProcessEngineException < IllegalStateException < SQLException 23505, at Journal.note:");
        assertThat(walk.run("content-removal").failed()).containsExactly("markOverdue");

        walk.mends("removal.markOverdue");
        watch.retry(incident.id());
        walk.pass(Duration.ZERO).waitsFor("decideOnSilence", "recordFindings");
        assertThat(watch.incidents(0, 100)).noneMatch(i -> i.reference().equals(walk.reference()));
        assertThatThrownBy(() -> watch.retry(incident.id())).isInstanceOf(Refusal.class);
    }

    /** PostgreSQL quotes the row that it refuses; the engine works across boards, and whoever operates it reads no files. */
    @Test
    void whatAFailedStepSaidIsNotKeptInTheEngine() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested");
        walk.breaks("removal.markOverdue");
        walk.days(6);
        Incident incident = incidentOf(walk);
        String trace = ENGINE.getManagementService().getJobExceptionStacktrace(incident.id());
        assertThat(trace).contains("IllegalStateException\n\tat org.probity.workflows.bench.Journal.note", "Caused by: SQLException 23505");
        List<String> kept = new ArrayList<>(List.of(trace, incident.message()));
        ENGINE.getRuntimeService().createIncidentQuery().list().forEach(raised -> kept.add(raised.getIncidentMessage()));
        ENGINE.getHistoryService().createHistoricIncidentQuery().list().forEach(raised -> kept.add(raised.getIncidentMessage()));
        assertThat(kept).hasSizeGreaterThan(3).filteredOn(Objects::nonNull)
                .noneMatch(text -> text.contains(Journal.QUOTED) || text.contains("broken"));
        walk.mends("removal.markOverdue");
        watch.retry(incident.id());
        walk.pass(Duration.ZERO);
    }

    /** As a board may come back that was moved by somebody of ill will. */
    @Test
    void aFailedStepOfWhichNothingElseIsKnownIsShownWithTheOthers() throws SQLException {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested");
        walk.breaks("removal.markOverdue");
        walk.days(6);
        Incident incident = incidentOf(walk);
        sql("insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, execution_id_, proc_inst_id_, configuration_, tenant_id_) "
                + "select 'another', 1, now(), 'failedJob', execution_id_, proc_inst_id_, configuration_, tenant_id_ from act_ru_incident "
                + "where configuration_ = '" + incident.id() + "'");
        assertThat(incidentOf(walk).id()).isEqualTo(incident.id());
        sql("update act_ru_incident set cause_incident_id_ = null, root_cause_incident_id_ = null where root_cause_incident_id_ in "
                + "(select id_ from act_ru_incident where configuration_ = '" + incident.id() + "')");
        sql("delete from act_ru_incident where configuration_ = '" + incident.id() + "'");
        sql("update act_ru_execution set business_key_ = null where id_ = (select process_instance_id_ from act_ru_job where id_ = '" + incident.id() + "')");
        assertThat(watch.incidents(0, 100)).filteredOn(one -> one.id().equals(incident.id())).singleElement().returns("", Incident::reference)
                .returns("content-removal", Incident::process);
        sql("update act_ru_job set retries_ = 3 where id_ = '" + incident.id() + "'");
        walk.mends("removal.markOverdue");
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:engine", "sa", ""); Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Incident incidentOf(Walk walk) {
        return watch.incidents(0, 100).stream().filter(i -> i.reference().equals(walk.reference())).findFirst().orElseThrow();
    }

    @Test
    void theOperatorSeesHowManyClocksWait() {
        long before = watch.counts().waiting();
        Bench.walk().start().detected("INVESTIGATE").request("removalRequested");
        assertThat(watch.counts().waiting()).isEqualTo(before + 2);
    }

    @Test
    void thePictureSaysWhatIsDoneWhatWaitsAndWhichClocksRun() {
        Walk walk = Bench.walk().start().detected("INVESTIGATE").request("removalRequested").days(4);
        Run run = walk.run("content-removal");
        assertThat(run.targetId()).isEqualTo(walk.id(1));
        assertThat(run.done()).containsExactlyInAnyOrder("requested", "sendRequest", "letterDelivered", "remindSubject", "remind", "reminded");
        assertThat(run.active()).containsExactly("awaitReply");
        assertThat(run.timers()).extracting(Timer::activity).containsExactly("replyOverdue");
        assertThat(walk.run("breach-investigation").active())
                .containsExactlyInAnyOrder("recordFindings", "removal", "removeContent");
        assertThat(walk.run("detection").targetId()).isNull();
    }

    @Test
    void theEngineRemembersIdsAndAnswersOnly() {
        Bench.walk().start().detected("INVESTIGATE").request("removalRequested");
        List<VariableInstance> variables = ENGINE.getRuntimeService().createVariableInstanceQuery().list();
        assertThat(variables).isNotEmpty().allSatisfy(variable -> {
            assertThat(REMEMBERED).contains(variable.getName());
            assertThat(variable.getValue()).isInstanceOfAny(Long.class, Boolean.class, String.class);
            assertThat(variable.getValue().toString()).matches("[A-Z]+(_[A-Z]+)*|REF-\\d+|\\d+|true|false");
        });
    }

    @Test
    void theHistoryHoldsNothingAboutPeople() {
        Bench.walk().start().detected("NO_FURTHER_ACTION").answer("closeInvestigation").isOver();
        assertThat(ENGINE.getHistoryService().createHistoricVariableInstanceQuery().count()).isZero();
        assertThat(ENGINE.getHistoryService().createHistoricTaskInstanceQuery().count()).isZero();
        assertThat(ENGINE.getHistoryService().createUserOperationLogQuery().count()).isZero();
        assertThat(ENGINE.getHistoryService().createHistoricDecisionInstanceQuery().count()).isZero();
        assertThat(ENGINE.getHistoryService().createHistoricIdentityLinkLogQuery().count()).isZero();
    }

    @Test
    void unchangedProcessesAreDeployedOnce() {
        Bench.deployAgain();
        assertThat(ENGINE.getRepositoryService().createDeploymentQuery().count()).isOne();
        assertThat(ENGINE.getRepositoryService().createProcessDefinitionQuery().list()).hasSize(5)
                .allSatisfy(process -> assertThat(process.getTenantId()).isNull());
    }
}

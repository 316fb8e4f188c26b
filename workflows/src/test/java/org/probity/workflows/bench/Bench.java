package org.probity.workflows.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.runtime.Job;
import org.probity.calendar.WorkingDays;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Boards;
import org.probity.workflows.cooperation.CooperationSteps;
import org.probity.workflows.detection.DetectionSteps;
import org.probity.workflows.engine.EnginePictures;
import org.probity.workflows.engine.EngineProcesses;
import org.probity.workflows.engine.InMemoryEngine;
import org.probity.workflows.engine.TaskAssignment;
import org.probity.workflows.engine.WorkItems;
import org.probity.workflows.investigation.InvestigationSteps;
import org.probity.workflows.referral.ReferralSteps;
import org.probity.workflows.removal.RemovalSteps;

/** The real processes and steps, with fakes for the services behind them. One engine for all tests of a run, beside measurements. */
public final class Bench {

    private static final Bench ONE = new Bench(InMemoryEngine::start);

    private static final AtomicLong NUMBER = new AtomicLong();

    private final MovableClock clock = new MovableClock();
    private final Journal journal = new Journal();
    private final FakeWork work = new FakeWork();
    private final FakeCases.Cases cases = new FakeCases.Cases();
    private final ProcessEngine engine;
    private final EngineProcesses clockwork;

    private Bench(Start start) {
        TaskAssignment taskAssignment = new TaskAssignment(cases, new FakeCases.People(), new FakeReferrals.Deadlines(clock), clock);
        engine = start.of(steps(), new WorkItems(work, taskAssignment), clock);
        clockwork = new EngineProcesses(engine);
    }

    private interface Start {

        ProcessEngine of(Map<Object, Object> beans, BpmnParseListener workItems, Clock clock);
    }

    /** Another one, whose engine keeps its tables there. */
    public static Bench on(DataSource database) {
        return new Bench((beans, workItems, clock) -> InMemoryEngine.startOn(database, beans, workItems, clock));
    }

    private Map<Object, Object> steps() {
        WorkingDays days = new FakeCases.Days();
        Boards boards = new FakeCases.AllBoards();
        Map<Object, Object> beans = new HashMap<>();
        beans.put("investigationSteps", new InvestigationSteps(days, clock, boards, new FakeCases.Endings(journal)));
        beans.put("detectionSteps", new DetectionSteps(days, clock, new FakeDetection.Telling(journal, clock),
                new FakeDetection.Ratings(journal)));
        beans.put("removalSteps", new RemovalSteps(days, clock, new FakeRemovals(journal),
                new FakeRemovals.Deadlines(clock, journal)));
        beans.put("cooperationSteps", new CooperationSteps(days, clock, new FakeCooperations(journal),
                new FakeCooperations.Deadlines(clock, journal)));
        beans.put("referralSteps", new ReferralSteps(days, clock, new FakeReferrals(journal),
                new FakeReferrals.Deadlines(clock)));
        return beans;
    }

    /** A case that nobody has used yet, at that board. What an earlier test left running goes away first. */
    public static Walk walk(String board) {
        long number = NUMBER.incrementAndGet();
        ONE.clear();
        return new Walk(ONE, board, "REF-" + number, number);
    }

    public static Walk walk() {
        return walk("chscb");
    }

    /** A case beside all others that this one's engine has. */
    public Walk another(String board) {
        long number = NUMBER.incrementAndGet();
        return new Walk(this, board, "REF-" + number, number);
    }

    public ProcessEngine itsEngine() {
        return engine;
    }

    private void clear() {
        engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(left ->
                engine.getRuntimeService().deleteProcessInstance(left.getId(), "the next test begins", true, true));
    }

    public static ProcessEngine processEngine() {
        return ONE.engine;
    }

    /** What happens at every start of the application. */
    public static void deployAgain() {
        InMemoryEngine.deploy(ONE.engine);
    }

    EngineProcesses clockwork() {
        return clockwork;
    }

    EnginePictures pictures() {
        return new EnginePictures(engine);
    }

    Journal journal() {
        return journal;
    }

    FakeWork work() {
        return work;
    }

    FakeCases.Cases cases() {
        return cases;
    }

    Instant now() {
        return clock.instant();
    }

    /** Time passes, and what falls due in it runs at its moment. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        runDue();
        for (Instant next = nextDue(); next.isBefore(end); next = nextDue()) {
            clock.moveTo(next);
            runDue();
        }
        clock.moveTo(end);
        runDue();
    }

    private Instant nextDue() {
        return engine.getManagementService().createJobQuery().active().withRetriesLeft()
                .duedateHigherThan(Date.from(clock.instant())).orderByJobDuedate().asc().listPage(0, 1).stream()
                .map(job -> job.getDuedate().toInstant()).findFirst().orElse(Instant.MAX);
    }

    private void runDue() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            due.forEach(job -> attempt(job.getId()));
        }
    }

    private List<Job> due() {
        return engine.getManagementService().createJobQuery().executable().active().list();
    }

    /** As the job executor does it: a failing job is counted down and tried again later, it stops nobody else. */
    private void attempt(String jobId) {
        if (engine.getManagementService().createJobQuery().jobId(jobId).count() == 0) {
            return;
        }
        try {
            engine.getManagementService().executeJob(jobId);
        } catch (IllegalStateException | ProcessEngineException | Refusal failed) {
            journal.lines().add("failed " + rootOf(failed).getMessage());
        }
    }

    private static Throwable rootOf(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}

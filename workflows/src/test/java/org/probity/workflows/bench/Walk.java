package org.probity.workflows.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.tenancy.CurrentBoard;
import org.probity.workflows.engine.EngineProcesses;
import org.probity.worklist.NewWork;
import org.probity.worklist.ProcessPictures.Run;
import org.probity.worklist.Urgency;

/** One case on its way through the processes, as a test drives it. */
public final class Walk {

    private static final Map<String, Object> HARMLESS = Map.of("impact", "LOW", "childInvolved", false,
            "repeatConcern", false);

    private final Bench bench;
    private final String board;
    private final String reference;
    private final long investigationId;

    Walk(Bench bench, String board, String reference, long investigationId) {
        this.bench = bench;
        this.board = board;
        this.reference = reference;
        this.investigationId = investigationId;
    }

    public String reference() {
        return reference;
    }

    /** What makes it urgent from now on. */
    public Walk urgent(Urgency urgency) {
        bench.cases().urgent(investigationId, urgency);
        return this;
    }

    public Walk start() {
        return start(false);
    }

    /** Another process of the case, from one step of it on. @param suffix of its key */
    public Walk startAt(String process, String step, String suffix) {
        return act(clockwork -> clockwork.startAt(process, step, reference + "/" + suffix, Map.of("reference", reference, "investigationId", investigationId)));
    }

    public Walk stop(String suffix) {
        return act(clockwork -> clockwork.stop(reference + "/" + suffix));
    }

    public Walk start(boolean reopened) {
        return act(clockwork -> clockwork.start("breach-investigation", reference,
                Map.of("reference", reference, "investigationId", investigationId, "reopened", reopened)));
    }

    /** Through detection, without danger, to that decision. */
    public Walk detected(String decision) {
        Map<String, Object> triage = new HashMap<>(HARMLESS);
        triage.put("decision", decision);
        return answer("answerUrgentGate", Map.of("urgent", false)).answer("preserveEvidence").answer("triage", triage)
                .answer("answerSafeguardingGate", Map.of("mustTell", false));
    }

    /** An id for a request or referral of this case that no other case has. */
    public long id(int number) {
        return investigationId * 100 + number;
    }

    /** The letters of its first request have to be posted. */
    public Walk posts() {
        bench.journal().posts(id(1));
        return this;
    }

    public Walk request(String message) {
        return request(message, id(1));
    }

    public Walk request(String message, long requestId) {
        return request(message, Map.of("requestId", requestId));
    }

    public Walk request(String message, Map<String, Object> ids) {
        return act(clockwork -> clockwork.message(message, reference, ids));
    }

    /** A message to one request of the case. */
    public Walk tell(String message, String request, Map<String, Object> answers) {
        return act(clockwork -> clockwork.message(message, reference + request, answers));
    }

    public Walk withdraw() {
        return act(clockwork -> clockwork.message("withdrawn", reference, Map.of()));
    }

    public Walk pause() {
        return act(clockwork -> clockwork.suspend(reference));
    }

    /** The clocks of one request of the case, such as {@code /R17}. */
    public Walk pause(String request) {
        return act(clockwork -> clockwork.suspend(reference + request));
    }

    public Walk resume(String request, Duration stood) {
        return act(clockwork -> clockwork.resume(reference + request, (begun, due) -> due.plus(stood)));
    }

    public Walk resume(Duration stood) {
        return act(clockwork -> clockwork.resume(reference, (begun, due) -> due.plus(stood)));
    }

    public Walk answer(String task) {
        return answer(task, Map.of());
    }

    public Walk answer(String task, Map<String, Object> answers) {
        return complete(item(task), answers);
    }

    /** Answers a step of one request among several. */
    public Walk answer(String task, long targetId, Map<String, Object> answers) {
        return complete(items().stream().filter(w -> w.task().equals(task) && w.targetId() == targetId).findFirst()
                .orElseThrow(() -> new AssertionError(task + " of " + targetId + " does not wait")), answers);
    }

    private Walk complete(NewWork item, Map<String, Object> answers) {
        bench.work().open().remove(item.taskId());
        return act(clockwork -> clockwork.complete(item.taskId(), answers));
    }

    public Walk pass(Duration time) {
        bench.pass(time);
        return this;
    }

    public Instant now() {
        return bench.now();
    }

    public Walk days(int days) {
        return pass(Duration.ofDays(days));
    }

    private Walk act(Consumer<EngineProcesses> act) {
        at(() -> {
            act.accept(bench.clockwork());
            return null;
        });
        return this;
    }

    private <T> T at(Supplier<T> work) {
        return CurrentBoard.call(board, () -> CurrentCaller.call(Caller.reporter(), work));
    }

    /** The work item of that step; fails where it does not wait. */
    public NewWork item(String task) {
        return items().stream().filter(w -> w.task().equals(task)).findFirst()
                .orElseThrow(() -> new AssertionError(task + " does not wait, but " + waiting()));
    }

    public List<NewWork> items() {
        return bench.work().open().values().stream().filter(w -> w.reference().equals(reference)).toList();
    }

    /** The steps that wait for somebody, by name. */
    public List<String> waiting() {
        return items().stream().map(NewWork::task).sorted().toList();
    }

    public Walk waitsFor(String... tasks) {
        assertThat(waiting()).as("steps of %s that wait", reference).containsExactlyInAnyOrder(tasks);
        return this;
    }

    /** How often a service was asked that for this target. */
    public long times(String act, Object of) {
        String line = act + " " + of + " @" + board;
        return bench.journal().lines().stream().filter(line::equals).count();
    }

    public List<Run> runs() {
        return at(() -> bench.pictures().of(reference));
    }

    public Run run(String process) {
        return runs().stream().filter(r -> r.process().equals(process)).reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(process + " never ran"));
    }

    /** Nothing of the case runs, waits or ticks any more. */
    public Walk isOver() {
        assertThat(runs()).isNotEmpty().allSatisfy(run -> {
            assertThat(run.endedAt()).as(run.process()).isNotNull();
            assertThat(run.timers()).isEmpty();
        });
        return waitsFor();
    }

    /** The same case, as another board would look for it. */
    public Walk seenFrom(String other) {
        return new Walk(bench, other, reference, investigationId);
    }

    /** From now on this service fails for the first request of this case. */
    public Walk breaks(String act) {
        bench.journal().breaks(act, id(1));
        return this;
    }

    /** From now on this service says no to the first request of this case. */
    public Walk refuses(String act) {
        bench.journal().refuses(act, id(1));
        return this;
    }

    public Walk mends(String act) {
        bench.journal().mends(act, id(1));
        return this;
    }

    /** How often that service has failed for the first request of this case. */
    public long failures(String act) {
        String line = "failed " + act + " " + id(1) + " is broken";
        return bench.journal().lines().stream().filter(line::equals).count();
    }
}

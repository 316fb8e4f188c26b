package org.probity.cooperation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.kernel.DeadlineShift;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/** Leads the process of a request for help to where an answer has brought the request itself. */
@Dependent
class CooperationProcess {

    private static final String AWAIT = "awaitReply";

    private static final String POST = "postLetter";

    @Inject
    private Work work;

    @Inject
    private Processes processes;

    void requested(CooperationRequest request) {
        start(request, request.kind().needsAuthority());
    }

    private void start(CooperationRequest request, boolean needsAuthority) {
        processes.message("cooperationRequested", request.reference(), Map.of("requestId", request.id(),
                "kind", request.kind().name(), "needsAuthority", needsAuthority));
    }

    /** @param before where the request stood; after its end nothing runs that could move */
    void replied(CooperationRequest request, Status before, CooperationReply reply) {
        Map<String, Object> answer = Map.of("reply", outcome(request, reply).name(), "kind", request.kind().name());
        if (before.awaitsReply()) {
            moveOn(request, answer);
        } else if (before != request.status()) {
            askAnew(request, before);
            finish(AWAIT, request, answer);
        }
    }

    /** Agreeing where nothing is to take place is an answer that somebody reads. */
    private static Answer outcome(CooperationRequest request, CooperationReply reply) {
        return request.status() == Status.REPLIED && reply.answer() == Answer.AGREED ? Answer.ANSWERED : reply.answer();
    }

    /** The letter is with them: their time begins. A process of an older definition has its clocks running already. */
    void served(CooperationRequest request, DeadlineShift later) {
        if (work.isOpen(POST, request.reference(), request.id())) {
            finish(POST, request, Map.of());
        } else if (work.isOpen(AWAIT, request.reference(), request.id())) {
            processes.suspend(request.processKey());
            processes.resume(request.processKey(), later);
            work.shift(request.reference(), request.id(), later);
        }
    }

    /** The step that waits for an answer may have given way to the silence already, or not come yet. */
    private void moveOn(CooperationRequest request, Map<String, Object> answer) {
        if (request.round().answerDays() != null && work.isOpen(POST, request.reference(), request.id())) {
            finish(POST, request, Map.of());
        }
        if (work.isOpen(AWAIT, request.reference(), request.id())) {
            finish(AWAIT, request, answer);
        } else {
            processes.message("repliedLate", request.processKey(), answer);
        }
    }

    /**
     * What was to be done about a recorded answer goes away; every process, however old its definition, has this way back to where it
     * waits for an answer. Nothing is sent on it, since no round has begun. From what was agreed there is only the way to the end and
     * in again; that it may be asked was authorised before.
     */
    private void askAnew(CooperationRequest request, Status before) {
        if (before == Status.REPLIED) {
            finish("considerReply", request, Map.of("result", CooperationDecision.Consideration.ASK_AGAIN.name()));
        } else {
            finish(request.kind() == CooperationKind.ACCESS ? "endAccess" : "holdMeeting", request, Map.of());
            start(request, false);
        }
    }

    /** A meeting that was agreed is asked for at another time: the new letter goes out with a process of its own. */
    void moved(CooperationRequest request) {
        finish("holdMeeting", request, Map.of());
        start(request, false);
    }

    private void finish(String task, CooperationRequest request, Map<String, Object> answer) {
        work.finish(task, request.reference(), request.id(), answer);
    }
}

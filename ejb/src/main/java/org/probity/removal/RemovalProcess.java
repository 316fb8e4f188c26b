package org.probity.removal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.probity.kernel.DeadlineShift;
import org.probity.removal.RemovalRequest.Status;
import org.probity.worklist.Processes;
import org.probity.worklist.Work;

/** Leads the process of a request to where an answer has brought the request itself. */
@Dependent
class RemovalProcess {

    private static final String AWAIT = "awaitReply";

    private static final String POST = "postLetter";

    private static final String CHECK = "checkItems";

    private static final String CHECK_SITE = "checkPlatform";

    private static final String IDENTITY = "decideIdentity";

    @Inject
    private Work work;

    @Inject
    private Processes processes;

    /** @param before where the request stood; after its end nothing runs that could move */
    void replied(RemovalRequest request, Status before, RemovalReply reply) {
        Map<String, Object> answer = Map.of("reply", reply.answer().name());
        if (before.awaitsReply()) {
            moveOn(request, answer);
        } else if (before != request.status()) {
            askAnew(request, before);
            finish(AWAIT, request, answer);
        }
    }

    /** The letter is with them: their time begins. A process of an older definition has its clocks running already. */
    void served(RemovalRequest request, DeadlineShift later) {
        if (work.isOpen(POST, request.reference(), request.id())) {
            finish(POST, request, Map.of());
        } else if (work.isOpen(AWAIT, request.reference(), request.id())) {
            processes.suspend(request.processKey());
            processes.resume(request.processKey(), later);
            work.shift(request.reference(), request.id(), later);
        }
    }

    /** Nobody waits any more for it to be posted: they have answered, or another letter follows. */
    private void takeFromPost(RemovalRequest request) {
        if (request.rounds().stream().anyMatch(round -> round.answerDays() != null) && work.isOpen(POST, request.reference(), request.id())) {
            finish(POST, request, Map.of());
        }
    }

    /** The step that waits for an answer may have given way to the silence already. */
    private void moveOn(RemovalRequest request, Map<String, Object> answer) {
        takeFromPost(request);
        if (work.isOpen(AWAIT, request.reference(), request.id())) {
            finish(AWAIT, request, answer);
        } else {
            processes.message("repliedLate", request.processKey(), answer);
        }
    }

    /**
     * What was to be done about a recorded answer goes away; every process, however old its definition, has this way back to where it
     * waits for an answer. Nothing is sent on it, since no round has begun.
     */
    private void askAnew(RemovalRequest request, Status before) {
        switch (before) {
            case REPLIED -> finish(CHECK, request, Map.of("result", RemovalDecision.AfterCheck.ASK_AGAIN.name()));
            case CHALLENGED -> finish("decideChallenge", request, Map.of("challenge", RemovalDecision.Challenge.REJECTED.name()));
            case IDENTITY_ASKED -> identityDecided(request, RemovalDecision.Identity.THEIRS);
            default -> finish("decideExtension", request, Map.of("extension", RemovalDecision.Extension.GRANTED.name()));
        }
    }

    /** A process of an older definition has a challenge in its place. */
    void identityDecided(RemovalRequest request, RemovalDecision.Identity result) {
        if (work.isOpen(IDENTITY, request.reference(), request.id())) {
            finish(IDENTITY, request, Map.of("identity", result.name()));
        } else {
            RemovalDecision.Challenge instead = result == RemovalDecision.Identity.THEIRS ? RemovalDecision.Challenge.REJECTED : RemovalDecision.Challenge.UPHELD;
            finish("decideChallenge", request, Map.of("challenge", instead.name()));
        }
    }

    void checked(RemovalRequest request, RemovalDecision.AfterCheck next) {
        String step = work.isOpen(CHECK_SITE, request.reference(), request.id()) ? CHECK_SITE : CHECK;
        boolean known = step.equals(CHECK_SITE) || next != RemovalDecision.AfterCheck.LEAVE;
        finish(step, request, Map.of("result", known ? next.name() : RemovalDecision.AfterCheck.PLATFORM.name()));
        lookAgain(request);
    }

    void silenceDecided(RemovalRequest request, RemovalDecision.Silence result) {
        finish("decideOnSilence", request, Map.of("silence", result.name()));
        lookAgain(request);
    }

    /** The step that waits gives way to the next letter, by the way on which more time is refused; every process has it, however old. */
    void extensionTakenBack(RemovalRequest request) {
        takeFromPost(request);
        finish(AWAIT, request, Map.of("reply", RemovalReply.Answer.MORE_TIME.name()));
        finish("decideExtension", request, Map.of("extension", RemovalDecision.Extension.REFUSED.name()));
    }

    /** A process of an older definition ends with the report: the request comes in again, to where its items are looked at. */
    private void lookAgain(RemovalRequest request) {
        if (request.status() == Status.PLATFORM_REPORTED && !work.isOpen(CHECK_SITE, request.reference(), request.id())) {
            processes.message("removalRequested", request.reference(), Map.of("requestId", request.id()));
            finish(AWAIT, request, Map.of("reply", RemovalReply.Answer.REMOVED.name()));
        }
    }

    private void finish(String task, RemovalRequest request, Map<String, Object> answer) {
        work.finish(task, request.reference(), request.id(), answer);
    }
}

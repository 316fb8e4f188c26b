package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.HeldCase;
import org.probity.TestDatabase;
import org.probity.removal.RemovalDecision.AfterCheck;
import org.probity.removal.RemovalDecision.Identity;
import org.probity.removal.RemovalReply.Answer;
import org.probity.removal.RemovalRequest.Status;
import org.probity.worklist.Work;

/** The subject's own answer goes the way of its kind, whatever somebody else had recorded; that the engine knows it is RemovalTest's. */
class RemovalProcessTest {

    private final List<String> finished = new ArrayList<>();
    private final HeldCase held = new HeldCase();
    private boolean open = true;

    @ParameterizedTest
    @CsvSource({"REMOVED, DISPUTED, checkItems {result=ASK_AGAIN}", "PARTLY, MORE_TIME, checkItems {result=ASK_AGAIN}",
        "DISPUTED, REMOVED, decideChallenge {challenge=REJECTED}", "MORE_TIME, NOT_MINE, decideExtension {extension=GRANTED}",
        "NOT_MINE, DISPUTED, decideIdentity {identity=THEIRS}", "DISPUTED, NOT_MINE, decideChallenge {challenge=REJECTED}"})
    void whatWasToBeDoneAboutARecordedAnswerGivesWay(Answer recorded, Answer own, String undone) {
        answer(recorded, own);
        assertThat(finished).containsExactly(undone, "awaitReply {reply=" + own + "}");
    }

    @Test
    void whereTheSameIsToBeDoneNothingMoves() {
        answer(Answer.REMOVED, Answer.PARTLY);
        assertThat(finished).isEmpty();
    }

    /** One that began before it had this step knows of a challenge instead. */
    @ParameterizedTest
    @CsvSource({"true, THEIRS, decideIdentity {identity=THEIRS}", "true, NOT_THEIRS, decideIdentity {identity=NOT_THEIRS}",
        "false, THEIRS, decideChallenge {challenge=REJECTED}", "false, NOT_THEIRS, decideChallenge {challenge=UPHELD}"})
    void whoseItIsMovesOlderProcessesToo(boolean known, Identity result, String step) {
        open = known;
        process().identityDecided(SampleRemoval.in(Status.IDENTITY_ASKED), result);
        assertThat(finished).containsExactly(step);
    }

    /** A process that has no step for it comes in again, to where its items are looked at. */
    @Test
    void whatIsReportedToItsSiteIsLookedAtAgainInOlderProcessesToo() {
        RemovalRequest reported = SampleRemoval.in(Status.PLATFORM_REPORTED);
        process().checked(reported, AfterCheck.PLATFORM);
        assertThat(finished).containsExactly("checkPlatform {result=PLATFORM}");
        finished.clear();
        open = false;
        process().checked(reported, AfterCheck.PLATFORM);
        assertThat(finished).containsExactly("checkItems {result=PLATFORM}", "awaitReply {reply=REMOVED}");
        assertThat(held.clocks()).containsExactly("message [removalRequested, CHSCB-2026-0042, {requestId=100}]");
        process().checked(SampleRemoval.in(Status.NOT_SEEN_GONE), AfterCheck.LEAVE);
        assertThat(finished).last().isEqualTo("checkItems {result=PLATFORM}");
    }

    @Test
    void timeThatIsTakenBackGoesTheWayOfTimeThatIsRefused() {
        process().extensionTakenBack(SampleRemoval.sent());
        assertThat(finished).containsExactly("awaitReply {reply=MORE_TIME}", "decideExtension {extension=REFUSED}");
    }

    @Test
    void aFirstAnswerIsWhatIsWaitedFor() {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.own(Answer.REMOVED), SampleRemoval.SUBJECT);
        process().replied(request, Status.SENT, SampleRemoval.own(Answer.REMOVED));
        assertThat(finished).containsExactly("awaitReply {reply=REMOVED}");
    }

    private void answer(Answer recorded, Answer own) {
        RemovalRequest request = SampleRemoval.sent();
        request.replied(SampleRemoval.recorded(recorded), SampleRemoval.OFFICER);
        Status before = request.status();
        request.replied(SampleRemoval.own(own), SampleRemoval.SUBJECT);
        process().replied(request, before, SampleRemoval.own(own));
    }

    private RemovalProcess process() {
        return TestDatabase.wire(new RemovalProcess(), held.clockwork(), new Work() {
            @Override
            public void finish(String task, String reference, Long targetId, Map<String, Object> answers) {
                finished.add(task + " " + answers);
            }

            @Override
            public boolean isOpen(String task, String reference, Long targetId) {
                return open;
            }
        });
    }
}

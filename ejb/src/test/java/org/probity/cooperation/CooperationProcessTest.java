package org.probity.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.TestDatabase;
import org.probity.cooperation.CooperationReply.Answer;
import org.probity.cooperation.CooperationRequest.Status;
import org.probity.worklist.StillProcesses;
import org.probity.worklist.Work;

/** The subject's own answer goes the way of its kind, whatever somebody else had recorded; that the engine knows it is CooperationTest's. */
class CooperationProcessTest {

    private final List<String> moved = new ArrayList<>();

    @Test
    void whatWasToBeConsideredGivesWayToAnAgreement() {
        answer(CooperationKind.MEETING, Answer.DECLINED, Answer.AGREED);
        assertThat(moved).containsExactly("considerReply {result=ASK_AGAIN}", "awaitReply {kind=MEETING, reply=AGREED}");
    }

    /** From there is no way back: the process ends, and begins again without asking for authority once more. */
    @ParameterizedTest
    @CsvSource({"MEETING, holdMeeting", "SUPERVISED_LOOK, holdMeeting", "ACCESS, endAccess"})
    void whatSomebodyElseAgreedToForThemIsNotHeld(CooperationKind kind, String undone) {
        answer(kind, Answer.AGREED, Answer.DECLINED);
        assertThat(moved).containsExactly(undone + " {}", "cooperationRequested {kind=" + kind + ", needsAuthority=false, requestId=200}",
                "awaitReply {kind=" + kind + ", reply=DECLINED}");
    }

    @Test
    void whereTheSameIsToBeDoneNothingMoves() {
        answer(CooperationKind.STATEMENT, Answer.DECLINED, Answer.ANSWERED);
        assertThat(moved).isEmpty();
    }

    @Test
    void aMeetingThatIsMovedIsAskedForByAProcessOfItsOwn() {
        process().moved(SampleCooperation.answered(CooperationKind.MEETING, Answer.AGREED));
        assertThat(moved).containsExactly("holdMeeting {}", "cooperationRequested {kind=MEETING, needsAuthority=false, requestId=200}");
    }

    private void answer(CooperationKind kind, Answer recorded, Answer own) {
        CooperationRequest request = SampleCooperation.sent(kind);
        request.replied(SampleCooperation.recorded(recorded), SampleCooperation.OFFICER);
        Status before = request.status();
        request.replied(SampleCooperation.reply(own), SampleCooperation.SUBJECT);
        process().replied(request, before, SampleCooperation.reply(own));
    }

    private CooperationProcess process() {
        return TestDatabase.wire(new CooperationProcess(), new Work() {
            @Override
            public void finish(String task, String reference, Long targetId, Map<String, Object> answers) {
                moved.add(task + " " + new TreeMap<>(answers));
            }
        }, new Messages());
    }

    private final class Messages extends StillProcesses {

        @Override
        public void message(String message, String businessKey, Map<String, Object> ids) {
            moved.add(message + " " + new TreeMap<>(ids));
        }
    }
}

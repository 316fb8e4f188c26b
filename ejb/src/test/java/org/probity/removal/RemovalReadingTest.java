package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.removal.SampleRemoval.NEXT_REPLY_BY;
import static org.probity.removal.SampleRemoval.NOW;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.access.Signature;
import org.probity.documents.DocumentQueries;
import org.probity.kernel.Json;
import org.probity.policy.Clause;
import org.probity.policy.Policy;

/** What the desk notes of a request stays at the desk. */
class RemovalReadingTest {

    private static final RemovalClauses NO_CLAUSES = new RemovalClauses() {
        @Override
        List<Clause> all(RemovalRequest request) {
            return List.of();
        }

        @Override
        List<Policy> policies(List<Clause> clauses) {
            return List.of();
        }
    };

    @Test
    void whoWasAskedIsToldWhatWasDecidedAndNotByWhom() {
        RemovalRequest request = SampleRemoval.after(RemovalReply.Answer.DISPUTED);
        request.challengeDecided(RemovalDecision.Challenge.UPHELD, "They are right", NEXT_REPLY_BY, new Signature(NOW, 13L, "Lee Lead"));
        assertThat(mine(request)).contains("UPHELD", "They are right", "In my words", "https://social.example/p/1").doesNotContain("Lee Lead");
    }

    @Test
    void theLetterOfHowItEndedIsTheirs() {
        RemovalRequest request = SampleRemoval.in(RemovalRequest.Status.CHALLENGE_UPHELD);
        request.lastDecision().told(4711L);
        assertThat(mine(request)).contains("4711");
        assertThat(TestDatabase.get().<Set<Long>>call("chscb", entities -> TestDatabase.wire(new RemovalReading(), entities).documents(request)))
                .containsExactlyInAnyOrder(900L, 4711L);
    }

    @Test
    void whoWasAskedDoesNotReadWhatTheDeskSawAtEachLook() {
        RemovalRequest request = SampleRemoval.after(RemovalReply.Answer.REMOVED);
        request.checked(List.of(new ItemCheck(1L, RemovalItem.Seen.CHANGED, "The picture is cut"), new ItemCheck(2L, RemovalItem.Seen.GONE, null)),
                SampleRemoval.then(RemovalDecision.AfterCheck.COMPLIED), NEXT_REPLY_BY, SampleRemoval.OFFICER);
        assertThat(mine(request)).contains("COMPLIED", "saidRemoved").doesNotContain("CHANGED", "GONE", "The picture is cut");
    }

    private static String mine(RemovalRequest request) {
        return TestDatabase.get().call("chscb", entities -> Json.write(TestDatabase.wire(new RemovalReading(), entities, NO_CLAUSES, new RemovalAllegations(),
                TestDatabase.wire(new DocumentQueries(), entities)).mine(request, new RemovalView.Line(request.id(), 1, request.reference(), request.status(), 5L,
                "Sam Subject", "Olwen Officer", NOW, NEXT_REPLY_BY, 1, 2, 0), true)));
    }
}

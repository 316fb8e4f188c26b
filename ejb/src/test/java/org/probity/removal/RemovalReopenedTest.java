package org.probity.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.HeldCase;
import org.probity.TestClock;
import org.probity.TestDatabase;
import org.probity.closure.EndedCase;
import org.probity.removal.RemovalReply.Answer;

/** Nobody is heard by a time that ran while their case had ended, in which they could say nothing. */
class RemovalReopenedTest {

    private final TestDatabase database = TestDatabase.get();
    private final TestClock clock = new TestClock(SampleRemoval.NOW);
    private final HeldCase held = new HeldCase().joined();
    private final EndedCase ended = new EndedCase(held, clock);
    private final Long alleged = held.alleged("3.5.2").id();
    private final List<String> told = new ArrayList<>();
    private final Long id = recordedAndDecided();

    @Test
    void whoDidNotContradictMeanwhileWhatWasRecordedForThemMayDoSoStill() {
        ended.close();
        reopenAfterAMonth();
        isHeardOnceTheRestOfTheirTimeIsOver();
    }

    @Test
    void theSameWhereTheCaseWasPausedAndWithdrawn() {
        ended.pause();
        clock.set(SampleRemoval.REPLY_BY.plus(Duration.ofDays(3)));
        ended.withdraw();
        reopenAfterAMonth();
        isHeardOnceTheRestOfTheirTimeIsOver();
    }

    private void isHeardOnceTheRestOfTheirTimeIsOver() {
        assertThat(heard()).isFalse();
        assertThat(awaited()).isTrue();
        assertThat(told).containsExactly("time again");
        clock.set(database.call("chscb", entities -> entities.find(RemovalRequest.class, id).replyBy()).plusSeconds(1));
        assertThat(heard()).isTrue();
        assertThat(awaited()).isFalse();
    }

    @Test
    void whatRanOutBeforeTheEndStaysSo() {
        clock.set(SampleRemoval.REPLY_BY.plusSeconds(1));
        ended.withdraw();
        reopenAfterAMonth();
        assertThat(heard()).isTrue();
        assertThat(told).isEmpty();
    }

    private void reopenAfterAMonth() {
        clock.advance(Duration.ofDays(30));
        ended.reopen((entities, again) -> TestDatabase.wire(new RemovalEnd(), entities, clock, new RemovalPost() {
            @Override
            void timeAgain(RemovalRequest any) {
                told.add("time again");
            }
        }).goOn(again));
    }

    private boolean heard() {
        return database.call("chscb", entities -> TestDatabase.wire(new RemovalQueries(), entities, clock).heard(held.reference())).contains(alleged);
    }

    private boolean awaited() {
        return database.call("chscb", entities -> TestDatabase.wire(new RemovalQueries(), entities, clock).subjectAwaited(held.reference()));
    }

    private Long recordedAndDecided() {
        return database.call("chscb", entities -> {
            RemovalRequest request = new RemovalRequest(held.reference(), held.subject(), LocalDate.of(2026, 11, 2), new NewRemoval(List.of(new NewItem(
                    RemovalItem.Kind.CONTENT, "https://social.example/p/1", null, "3.5.2")), SampleRemoval.WEIGHED, null), SampleRemoval.REPLY_BY, SampleRemoval.OFFICER);
            request.add(new RemovalAllegation(request, alleged));
            entities.persist(request);
            request.sent(null, SampleRemoval.NOW);
            request.replied(SampleRemoval.recorded(Answer.DISPUTED), SampleRemoval.OFFICER);
            request.answers().forEach(entities::persist);
            request.challengeDecided(RemovalDecision.Challenge.UPHELD, "They are right", null, SampleRemoval.OFFICER);
            request.decisions().forEach(entities::persist);
            entities.flush();
            return request.id();
        });
    }
}

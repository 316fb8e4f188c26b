package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;
import org.probity.web.faces.Texts;
import org.probity.web.http.LongBodies.Answer;
import org.probity.web.http.LongBodies.Turn;

/** Whose files come in at the same time. */
class LongBodiesTest {

    private final LongBodies bodies = new LongBodies(80, Duration.ofMillis(1));

    @Test
    void onePersonSendsTwoFilesAtOnceAndNoThird() {
        Turn first = enter(1, 1);
        enter(1, 1);
        assertThat(bodies.await(1L, 1).answer()).isEqualTo(Answer.TOO_MANY);
        assertThat(bodies.await(2L, 1).answer()).isEqualTo(Answer.WELCOME);
        bodies.leave(first);
        assertThat(bodies.await(1L, 1).answer()).isEqualTo(Answer.WELCOME);
    }

    @Test
    void onePersonLeavesHalfTheMemoryToOthers() {
        enter(1, 40);
        assertThat(bodies.await(1L, 1).answer()).isEqualTo(Answer.TOO_MANY);
        enter(2, 40);
        assertThat(bodies.await(3L, 1).answer()).isEqualTo(Answer.BUSY);
    }

    @Test
    void eightComeInAtOnceWhoeverSendsThem() {
        List<Turn> turns = LongStream.rangeClosed(1, 8).mapToObj(person -> enter(person, 1)).toList();
        assertThat(bodies.await(9L, 1).answer()).isEqualTo(Answer.BUSY);
        turns.forEach(bodies::leave);
        assertThat(bodies.await(9L, 80).answer()).isEqualTo(Answer.WELCOME);
    }

    @Test
    void whoIsTurnedAwayLeavesNothingBehind() {
        enter(1, 80);
        for (int i = 0; i < 20; i++) {
            bodies.leave(bodies.await(2L, 1));
        }
        bodies.leave(new Turn(Answer.WELCOME, 1L, 80));
        assertThat(bodies.await(2L, 80).answer()).isEqualTo(Answer.WELCOME);
    }

    @Test
    void whoIsTurnedAwayForNowIsToldWhy() {
        for (Answer answer : List.of(Answer.TOO_MANY, Answer.BUSY)) {
            assertThat(answer.isForNow()).isTrue();
            assertThat(Texts.get(Language.CY, answer.text())).isNotEqualTo(Texts.get(Language.EN, answer.text()));
        }
        assertThat(Answer.TOO_LARGE.isForNow()).isFalse();
    }

    private Turn enter(long person, int megabytes) {
        Turn turn = bodies.await(person, megabytes);
        assertThat(turn.answer()).isEqualTo(Answer.WELCOME);
        return turn;
    }
}

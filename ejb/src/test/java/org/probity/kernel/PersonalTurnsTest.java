package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PersonalTurnsTest {

    private final PersonalTurns turns = new PersonalTurns(2);

    @Test
    void aPersonHasOneAndAllTogetherHaveFew() {
        String done = turns.take(1L, "busy", () -> {
            refused(1L);
            return turns.take(2L, "busy", () -> {
                refused(3L);
                return "both";
            });
        });
        assertThat(done).isEqualTo("both");
    }

    @Test
    void whatFailsGivesItsTurnBack() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(1L, "busy", () -> {
                throw new IllegalStateException("broken");
            })).hasMessage("broken");
        }
        assertThat(turns.<String>take(1L, "busy", () -> "again")).isEqualTo("again");
    }

    private void refused(Long person) {
        assertThatThrownBy(() -> turns.take(person, "busy", () -> "too many")).isInstanceOf(Refusal.class)
                .extracting(thrown -> ((Refusal) thrown).kind()).isEqualTo(Refusal.Kind.TOO_MANY);
    }
}

package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignsTest {

    private static final String SMILE = "\ud83d\ude00";

    @Test
    void noSignIsCutInHalf() {
        assertThat(Signs.first("ab" + SMILE, 4)).isEqualTo("ab" + SMILE);
        assertThat(Signs.first("ab" + SMILE + "c", 4)).isEqualTo("ab" + SMILE);
        assertThat(Signs.first("ab" + SMILE, 3)).isEqualTo("ab");
        assertThat(Signs.first("abc", 2)).isEqualTo("ab");
        assertThat(Signs.first(SMILE, 0)).isEmpty();
    }

    @Test
    void halfASignAndNothingAtAllAreNotKept() {
        assertThat(Signs.areKept("T\u0177 " + SMILE + "\u0001\n")).isTrue();
        assertThat(Signs.areKept("a\ud83d")).isFalse();
        assertThat(Signs.areKept("\ude00a")).isFalse();
        assertThat(Signs.areKept("\ude00\ud83d")).isFalse();
        assertThat(Signs.areKept("a\u0000")).isFalse();
    }
}

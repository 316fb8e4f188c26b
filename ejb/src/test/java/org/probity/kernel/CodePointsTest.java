package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodePointsTest {

    private static final String SMILE = "\ud83d\ude00";

    @Test
    void noSignIsCutInHalf() {
        assertThat(CodePoints.first("ab" + SMILE, 4)).isEqualTo("ab" + SMILE);
        assertThat(CodePoints.first("ab" + SMILE + "c", 4)).isEqualTo("ab" + SMILE);
        assertThat(CodePoints.first("ab" + SMILE, 3)).isEqualTo("ab");
        assertThat(CodePoints.first("abc", 2)).isEqualTo("ab");
        assertThat(CodePoints.first(SMILE, 0)).isEmpty();
    }

    /** No sign, spaces of ASCII and others, without width, of both directions, a joiner, a filler, an empty Braille cell, a mark on nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t\r\n", "\u00a0\u2007\u202f", "\u2003\u3000\u1680", "\u200b", "\u200d\u2060\ufeff",
        "\u202e\u2066", "\u00ad", "\u0085", "\u2028\u2029", "\u034f", "\u3164", "\u115f\u1160\uffa0", "\u2800", "\ufe0f", "\udb40\udc41", "\u0301"})
    void nothingIsSeenWhereThereIsNothingToSee(String text) {
        assertThat(CodePoints.seenIn(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", " a ", ".", "\u200bT\u0177", "\u0301e", SMILE, "\u0e01", "\ud83d"})
    void whatIsSeenStaysAsItIs(String text) {
        assertThat(CodePoints.seenIn(text)).isEqualTo(text);
    }

    @Test
    void nothingIsSeenInNothing() {
        assertThat(CodePoints.seenIn(null)).isNull();
    }

    @Test
    void halfASignAndNothingAtAllAreNotKept() {
        assertThat(CodePoints.areKept("T\u0177 " + SMILE + "\u0001\n")).isTrue();
        assertThat(CodePoints.areKept("a\ud83d")).isFalse();
        assertThat(CodePoints.areKept("\ude00a")).isFalse();
        assertThat(CodePoints.areKept("\ude00\ud83d")).isFalse();
        assertThat(CodePoints.areKept("a\u0000")).isFalse();
    }
}

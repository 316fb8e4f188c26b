package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccentTest {

    @Test
    void whiteTextCanBeReadOnEveryAccent() {
        Stream.of("#ffffff", "#ffd54a", "#00ff00", "#1d4f8c", "#000000").map(Accent::readable).forEach(colour ->
                assertThat(Accent.contrastWithWhite(Integer.parseInt(colour.substring(1), 16))).as(colour).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void aColourThatIsDarkEnoughStaysAsItIs() {
        assertThat(Accent.readable("#1d4f8c")).isEqualTo("#1d4f8c");
    }

    @Test
    void whatIsNoColourNeverReachesTheStyleSheet() {
        assertThat(Accent.readable("red; } body { display: none")).isEqualTo(Accent.readable(null)).matches("#[0-9a-f]{6}");
    }
}

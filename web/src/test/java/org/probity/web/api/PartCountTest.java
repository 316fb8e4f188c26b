package org.probity.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.kernel.Refusal;

class PartCountTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "----a--b", "aabaabaaab", "--"})
    void soManyPartsAreReadAndNotOneMore(String boundary) throws IOException {
        String most = ("--" + boundary + "\r\n\r\n--- -aabaab\r\n").repeat(PartCount.MOST);

        assertThat(body(most, boundary).readAllBytes()).asString(StandardCharsets.ISO_8859_1).isEqualTo(most);
        assertThatThrownBy(() -> body(most + "--" + boundary + "--", boundary).readAllBytes()).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> signBySign(body(most + "--" + boundary + "--", boundary))).isInstanceOf(Refusal.class);
    }

    private static void signBySign(InputStream in) throws IOException {
        while (in.read() >= 0) {
            assertThat(in.available()).isNotNegative();
        }
    }

    private static InputStream body(String text, String boundary) {
        return new PartCount.Counted(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), boundary);
    }
}

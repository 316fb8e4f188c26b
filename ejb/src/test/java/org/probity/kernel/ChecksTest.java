package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    @Test
    void everyProblemIsNamedAtOnce() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new Checks().required("title", " ")
                .max("what", "x".repeat(11), 10).required("clauses", List.of()).done());
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID);
        assertThat(refusal.problems()).extracting(Refusal.Problem::field).containsExactly("title", "what", "clauses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my password is hunter22", "Password: abc123", "the PIN number is 4711", "cyfrinair yw dirgel9",
        "pwd=letmein"})
    void textThatGivesAwayASecretIsRefused(String text) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new Checks().noSecret("words", text).done());
        assertThat(refusal.problems().get(0).key()).isEqualTo("kernel.refused.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I declined to give my password", "The password was changed afterwards", "Access was asked for"})
    void textAboutASecretIsNotOne(String text) {
        assertThatCode(() -> new Checks().noSecret("words", text).done()).doesNotThrowAnyException();
    }

    @Test
    void aRefusalIsFoundInsideWrappers() {
        Refusal stale = Refusal.stale();
        assertThat(Refusal.in(new RuntimeException(new IllegalStateException(stale)))).isSameAs(stale);
        assertThat(Refusal.in(new RuntimeException("other"))).isNull();
    }
}

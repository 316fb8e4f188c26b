package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
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
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new Checks().max("words", text, 100).done());
        assertThat(refusal.problems().get(0).key()).isEqualTo("kernel.refused.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I declined to give my password", "The password was changed afterwards", "Access was asked for"})
    void textAboutASecretIsNotOne(String text) {
        assertThatCode(() -> new Checks().max("words", text, 100).done()).doesNotThrowAnyException();
    }

    /** Where nobody thought of it, nothing passes: a field that is to be left alone says so. */
    @Test
    void everyFieldRefusesASecretButOneThatIsPlain() {
        assertThat(catchThrowableOfType(Refusal.class, () -> new Checks().max("a", "pw: hunter22", 20).text("b", "pw: hunter22", 20)
                .name("c", "pw: hunter22").done()).problems()).extracting(Refusal.Problem::field, Refusal.Problem::key)
                .containsExactly(tuple("a", "kernel.refused.secret"), tuple("b", "kernel.refused.secret"), tuple("c", "kernel.refused.secret"));
        assertThatCode(() -> new Checks().plain("key", "pw: hunter22", 20).max("none", null, 20).done()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Si\u00e2n O'Neill-Jones", " Dr. A. B. Person ", "J.R. Www", "\u674e\u5c0f\u9f99", "Siobh\u00e1n (Human Resources)"})
    void aNameIsTaken(String name) {
        assertThatCode(() -> new Checks().name("name", name).done()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann https://attack.invalid/", "WWW.attack.invalid", "\uff57\uff57\uff57.attack.invalid", "Ann\nYour account is closed", "Ann\r", "Ann\u2028Call us"})
    void aNameWithALinkOrASecondLineIsNone(String name) {
        assertThat(catchThrowableOfType(Refusal.class, () -> new Checks().name("name", name + " Person").done()).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(tuple("name", "kernel.refused.name"));
    }

    @Test
    void aDayBeyondAllThatAreKeptIsNamed() {
        assertThatCode(() -> new Checks().day("day", null).day("day", Days.FIRST).day("day", Days.LAST).moment("moment", null)
                .moment("moment", Instant.parse("1900-01-01T00:00:00Z")).moment("moment", Instant.parse("2199-12-31T23:59:59.999999Z")).done())
                .doesNotThrowAnyException();
        assertThat(catchThrowableOfType(Refusal.class, () -> new Checks().day("a", LocalDate.MIN).day("b", Days.FIRST.minusDays(1))
                .day("c", Days.LAST.plusDays(1)).day("d", LocalDate.MAX).moment("e", Instant.MIN).moment("f", Instant.parse("1899-12-31T23:59:59Z"))
                .moment("g", Instant.parse("2200-01-01T00:00:00Z")).moment("h", Instant.MAX).done()).problems())
                .extracting(Refusal.Problem::field, Refusal.Problem::key).containsExactly(Stream.of("a", "b", "c", "d", "e", "f", "g", "h")
                        .map(field -> tuple(field, "kernel.refused.days")).toArray(Tuple[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name@example.org", " name@example.org ", "sian.o'neill+case@d\u0175r.cymru", "jorg@m\u00fcller.example"})
    void anAddressOfPlainLettersIsTaken(String address) {
        assertThatCode(() -> new Checks().email("email", address).done()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u043efficer@example.org", "officer@ex\u0430mple.org", "\u0441\u043e\u0440\u0435@example.org", "\uff4fofficer@example.org", "offic\u212aer@example.org",
            "o\ufb03cer@example.org", "off\u0131cer@example.org", "o\u0301fficer@example.org", "\ud835\udc1afficer@example.org", "officer\uff11@example.org", "offi\u03f2er@example.org",
            "\u0251fficer@example.org", "officer@exam\u0440le.org"})
    void anAddressThatLooksLikeAnotherIsRefused(String address) {
        assertThat(catchThrowableOfType(Refusal.class, () -> new Checks().email("email", address).done()).problems())
                .extracting(Refusal.Problem::field).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name", "@example.org", "name@", "a@b@c", "na me@example.org", "na\u00a0me@example.org", "na\u200bme@example.org", "name@exam\u00adple.org",
            "si\u00e2n@example.org", "j\u00f6rg@example.org", "\u1e81@example.org", "name\n@example.org", "name@example.org\r\nBcc: x@y.org", "na\u202eme@example.org", "<name@example.org>", "name@example.org,other@example.org"})
    void whatIsNoOneAddressIsRefused(String address) {
        assertThat(catchThrowableOfType(Refusal.class, () -> new Checks().email("email", address).done()).problems())
                .extracting(Refusal.Problem::key).containsExactly("identity.refused.email");
        assertThat(catchThrowableOfType(Refusal.class, () -> new Checks().email("email", "a".repeat(100_000) + "@example.org").done())).isNotNull();
    }

    @Test
    void tooLongATextIsRefusedUnread() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> new Checks().max("words", "pas" + "s\u0301".repeat(Checks.LONG_TEXT), Checks.LONG_TEXT).done());
        assertThat(refusal.problems()).extracting(Refusal.Problem::key).containsExactly("kernel.refused.tooLong");
        assertThat(catchThrowableOfType(Refusal.class, () -> new Checks().text("words", "password: abc123 " + "x".repeat(90), 100).done()).problems())
                .extracting(Refusal.Problem::key).containsExactly("kernel.refused.tooLong");
    }

    @Test
    void aRefusalIsFoundInsideWrappers() {
        Refusal stale = Refusal.stale();
        assertThat(Refusal.in(new RuntimeException(new IllegalStateException(stale)))).isSameAs(stale);
        assertThat(Refusal.in(new RuntimeException("other"))).isNull();
    }
}

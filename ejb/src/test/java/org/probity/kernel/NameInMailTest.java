package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever came in as a name, what stands in mail is one. */
class NameInMailTest {

    @ParameterizedTest
    @ValueSource(strings = {"Si\u00e2n O'Neill-Jones", "Dr. A. B. Person", "J.R. Www", "\u674e\u5c0f\u9f99", "Cwm Taf (Human Resources)"})
    void aNameStaysAsItIs(String name) {
        assertThat(NameInMail.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"https://attack.invalid/reset, https attack.invalid/reset", "Ann HTTPS://attack.invalid, Ann HTTPS attack.invalid", "WWW.attack.invalid, attack.invalid",
        "\uff57\uff57\uff57.attack.invalid, attack.invalid", "http\uff1a//attack.invalid, http attack.invalid", "www.www.www.attack.invalid, attack.invalid",
        "wwww.www..attack.invalid, w .attack.invalid", ":://://attack.invalid, : attack.invalid"})
    void nothingOfALinkIsLeft(String name, String left) {
        assertThat(NameInMail.of(name)).isEqualTo(left);
        assertThatCode(() -> new Checks().name("name", NameInMail.of(name)).done()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann\nYour account is closed", "Ann\r\n\r\nYour account is closed", "Ann\u2028Your account is closed", "Ann\u2029Your account is closed",
        "Ann\u0085Your account is closed", "Ann\u0007\tYour account is closed\n"})
    void itIsOneLine(String name) {
        assertThat(NameInMail.of(name)).isEqualTo("Ann Your account is closed");
    }
}

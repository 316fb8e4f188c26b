package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever came in as a name, what stands in mail is one. */
class NameInMailTest {

    @ParameterizedTest
    @ValueSource(strings = {"Si\u00e2n O'Neill-Jones", "Dr. A. B. Person", "J.R. Www", "\u674e\u5c0f\u9f99", "Cwm Taf (Human Resources)", "Dr.Jones",
        "St.Mary's School", "J.R. Smith", "j.r.smith", "Prof.Dr.Jones", "Ann Jones Ph.D.", "Sian / Owen", "ann@board.example"})
    void aNameStaysAsItIs(String name) {
        assertThat(NameInMail.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"https://attack.invalid/reset, https attack invalid/reset", "Ann HTTPS://attack.invalid, Ann HTTPS attack invalid", "WWW.attack.invalid, attack invalid",
        "\uff57\uff57\uff57.attack.invalid, attack invalid", "http\uff1a//attack.invalid, http attack invalid", "www.www.www.attack.invalid, attack invalid",
        "Reset here: evil.com/reset, Reset here: evil com/reset", "evil.com, evil com", "EVIL.COM, EVIL COM", "Evil.Com, Evil Com", "t.co/x, t co/x", "bit.ly/3x, bit ly/3x",
        "my-board.cymru.example, my-board cymru example", "evil\u3002com/reset, evil com/reset", "192.0.2.1/reset, 192 0 2 1/reset", "Ann (evil.com) Jones, Ann (evil com) Jones",
        "wwww.www..attack.invalid, w attack invalid", ":://://attack.invalid, : attack invalid"})
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

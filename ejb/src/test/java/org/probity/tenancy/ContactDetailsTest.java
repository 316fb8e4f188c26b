package org.probity.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;

class ContactDetailsTest {

    private static final String MAIL = "desk@example.org";

    @Test
    void anAddressIsKeptWithoutBlankLinesAndBlanks() {
        ContactDetails details = new ContactDetails(" desk@example.org ", "  Example House \r\n\r\n 1 Example Street\n", " 01632 960101 ");
        assertThat(details).isEqualTo(new ContactDetails(MAIL, "Example House\n1 Example Street", "01632 960101"));
        assertThat(new ContactDetails(MAIL, " \n ", "  ")).isEqualTo(new ContactDetails(MAIL, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"020 7946 0101", "(029) 2018-0104", "+44 1632 960101", "+44 (0)1632 960101", "01632960101"})
    void numbersAreTakenAsPeopleWriteThem(String number) {
        assertThat(problems(new ContactDetails(MAIL, null, number))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "ask for Olwen", "01632 960101 or 01632 960102", "++44 1632 960101", "01632\n960101", "javascript:alert(1)",
            "01632 960101;ext=4", "1234567890123456", "01632 960101                       ."})
    void whatIsNoNumberIsRefused(String number) {
        assertThat(problems(new ContactDetails(MAIL, null, number))).containsExactly("telephone tenancy.refused.telephone");
    }

    @Test
    void anAddressTooLongIsRefusedAndOneOfTooManyLines() {
        assertThat(problems(new ContactDetails(MAIL, "a".repeat(300), null))).isEmpty();
        assertThat(problems(new ContactDetails(MAIL, "a".repeat(301), null))).containsExactly("postalAddress kernel.refused.tooLong");
        assertThat(problems(new ContactDetails(MAIL, "a\n".repeat(8), null))).isEmpty();
        assertThat(problems(new ContactDetails(MAIL, "a\n".repeat(9), null))).containsExactly("postalAddress tenancy.refused.lines");
        assertThat(problems(new ContactDetails(MAIL, "Example\u0007House", null))).containsExactly("postalAddress kernel.refused.character");
        assertThat(problems(new ContactDetails(MAIL, "Log in with the password hunter22", null))).containsExactly("postalAddress kernel.refused.secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PO Box 1234\nExampleton\nZZ1 1ZZ", "Room 4.12, 2nd floor\nCivic Centre\nMare Street\nLondon E8 1EA",
            "Tŷ Enghraifft\nHeol y Frenhines\nPontypridd CF00 0XX", "FREEPOST RTXY-ABCD-EFGH\nUnit 7 / 9"})
    void whatStandsOnEnvelopesIsTaken(String address) {
        assertThat(problems(new ContactDetails(MAIL, address, null))).isEmpty();
    }

    @Test
    void aBoardIsAlwaysReachedByMail() {
        assertThat(problems(new ContactDetails(null, null, null))).containsExactly("contactEmail identity.refused.email");
        assertThat(problems(new ContactDetails("desk", null, null))).containsExactly("contactEmail identity.refused.email");
    }

    @ParameterizedTest
    @CsvSource({"020 7946 0101,02079460101", "+44 (0)1632 960-101,+441632960101", "(029) 2018 0104,02920180104"})
    void aNumberIsDialledByItsDigits(String written, String dialled) {
        assertThat(new ContactDetails(MAIL, null, written).dialled()).contains(dialled);
    }

    /** An archive may bring any text. */
    @Test
    void whatIsNoNumberIsNotDialled() {
        assertThat(new ContactDetails(MAIL, null, "ask 123456").dialled()).isEmpty();
        assertThat(new ContactDetails(MAIL, null, null).dialled()).isEmpty();
    }

    private static List<String> problems(ContactDetails details) {
        Checks checks = details.check(new Checks());
        Refusal refusal = catchThrowableOfType(Refusal.class, checks::done);
        if (refusal == null) {
            assertThatCode(checks::done).doesNotThrowAnyException();
            return List.of();
        }
        return refusal.problems().stream().map(problem -> problem.field() + " " + problem.key()).collect(Collectors.toList());
    }
}

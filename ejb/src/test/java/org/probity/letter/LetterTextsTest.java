package org.probity.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;

class LetterTextsTest {

    @Test
    void aDayIsWrittenInWords() {
        LocalDate day = LocalDate.of(2026, 11, 26);

        assertThat(LetterTexts.date(Language.EN, day)).isEqualTo("Thursday 26 November 2026");
        assertThat(LetterTexts.date(Language.CY, day)).isEqualTo("dydd Iau 26 Tachwedd 2026");
        assertThat(LetterTexts.shortDate(Language.CY, LocalDate.of(2026, 2, 1))).isEqualTo("1 Chwefror 2026");
    }

    @Test
    void aMomentIsTheTimeInLondonInSummerToo() {
        assertThat(LetterTexts.moment(Language.EN, Instant.parse("2026-11-26T17:00:00Z"))).isEqualTo("Thursday 26 November 2026 at 17:00");
        assertThat(LetterTexts.moment(Language.CY, Instant.parse("2026-07-02T16:00:00Z"))).isEqualTo("dydd Iau 2 Gorffennaf 2026 am 17:00");
    }

    @Test
    void argumentsAreWrittenAsPeopleWriteThem() {
        assertThat(LetterTexts.get(Language.EN, "mail.by", LocalDate.of(2026, 11, 26))).isEqualTo("Please do this by Thursday 26 November 2026.");
        assertThat(LetterTexts.get(Language.EN, "layout.page", "CHSCB-2026-0042", 1234)).isEqualTo("CHSCB-2026-0042 · page 1234 of");
        assertThat(LetterTexts.get(Language.EN, "mail.dear", "O'Neill {0}")).isEqualTo("Dear O'Neill {0}");
    }

    @Test
    void theLanguageOfTheMachineChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Language.CY.locale());
            assertThat(LetterTexts.get(Language.EN, "layout.rights")).isEqualTo("Your rights");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTextThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> LetterTexts.get(Language.EN, "mail.nothing.subject")).isInstanceOf(MissingResourceException.class);
        assertThat(LetterTexts.has(Language.CY, "mail.dear")).isTrue();
    }
}

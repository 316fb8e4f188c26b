package org.probity.web.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.faces.component.html.HtmlInputText;
import jakarta.faces.convert.ConverterException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;

/** Texts, days and times as people read and type them. */
class WordsTest {

    private final DayConverter days = new DayConverter();
    private final MomentConverter moments = new MomentConverter();

    @Test
    void aTextComesInTheReadersLanguage() {
        assertThat(Texts.get(Language.EN, "frame.signOut")).isEqualTo("Sign out");
        assertThat(Texts.get(Language.CY, "frame.signOut")).isEqualTo("Allgofnodi");
    }

    @Test
    void aTextThatIsMissingIsSeen() {
        assertThat(Texts.get(Language.EN, "frame.nothing")).isEqualTo("???frame.nothing???");
        assertThat(Texts.get(Language.EN, "nowhere.nothing")).isEqualTo("???nowhere.nothing???");
    }

    @Test
    void apostrophesAndNumbersComeOutAsTheyAreMeant() {
        assertThat(Texts.of(Language.CY, "kernel.refused.tooLarge", 25)).startsWith("Mae'r ffeil yn fwy na 25 MB");
        assertThat(Texts.of(Language.EN, "kernel.due.left", 1)).isEqualTo("1 working day left");
        assertThat(Texts.of(Language.CY, "kernel.due.left", 2)).isEqualTo("2 ddiwrnod gwaith ar ôl");
    }

    @Test
    void daysAreWrittenOutInBothLanguagesAndInLondonTime() {
        assertThat(Dates.day(Language.EN, LocalDate.of(2026, 11, 26))).isEqualTo("26 November 2026");
        assertThat(Dates.day(Language.CY, LocalDate.of(2026, 11, 26))).isEqualTo("26 Tachwedd 2026");
        assertThat(Dates.moment(Language.EN, Instant.parse("2026-07-01T15:00:00Z"))).isEqualTo("1 July 2026, 16:00");
    }

    @Test
    void aDayIsReadAsABrowserSendsItOrAsPeopleTypeIt() {
        assertThat(days.getAsObject(null, new HtmlInputText(), "2026-11-26")).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(days.getAsObject(null, new HtmlInputText(), " 26/11/2026 ")).isEqualTo(LocalDate.of(2026, 11, 26));
        assertThat(days.getAsObject(null, new HtmlInputText(), " ")).isNull();
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThatThrownBy(() -> days.getAsObject(null, new HtmlInputText(), "2026-02-30")).isInstanceOf(ConverterException.class);
        assertThatThrownBy(() -> days.getAsObject(null, new HtmlInputText(), "30/2/2026")).isInstanceOf(ConverterException.class);
        assertThatThrownBy(() -> days.getAsObject(null, new HtmlInputText(), "tomorrow")).isInstanceOf(ConverterException.class);
    }

    @Test
    void aTimeIsLondonTimeBothWays() {
        Instant summer = moments.getAsObject(null, new HtmlInputText(), "2026-07-01T16:00");
        assertThat(summer).isEqualTo(Instant.parse("2026-07-01T15:00:00Z"));
        assertThat(moments.getAsString(null, new HtmlInputText(), summer)).isEqualTo("2026-07-01T16:00");
    }
}

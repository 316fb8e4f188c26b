package org.probity.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.disclosure.PackSource.Passage;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.letter.LetterSheet.Fact;

/** What an officer may make of the words of a case, and what a pack then shows of it. */
class ShortenedTextTest {

    private static final String SAID = "I did not post it. Amy, who is seven, saw Ben do it. I did nothing else.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I did not post it. Amy, who is seven, saw Ben do it. I did nothing else. | I did not post it. Amy, who is seven, saw Ben do it. I did nothing else.
            I did not post it. I did nothing else.                        | I did not post it. […] I did nothing else.
            I did not post it. […] I did nothing else.                    | I did not post it. […] I did nothing else.
            I did not post it. [...] I did nothing else.                  | I did not post it. […] I did nothing else.
            I did not post it. [] I did nothing else.                     | I did not post it. […] I did nothing else.
            I did not post it. ███ ██ I did nothing else.                 | I did not post it. […] I did nothing else.
            I did nothing else.                                           | […] I did nothing else.
            I did not post it.                                            | I did not post it. […]
            I did not post it. [a child], who is seven, saw [another] do it. I did nothing else. | I did not post it. [a child], who is seven, saw [another] do it. I did nothing else.
            I did not post it. [ a   child ] saw Ben do it.               | I did not post it. [a child] saw Ben do it. […]
            I did not post it. […] [a child] saw Ben do it.               | I did not post it. [a child] saw Ben do it. […]
            I did post it.                                                | I did […] post it. […]
            I did […] it. I did nothing else.                             | I did […] it. I did nothing else.
            """)
    void whatIsGoneIsShownWhoeverLeftTheMarkAway(String written, String printed) {
        ShortenedText shortened = redaction(SAID, written);
        assertThat(shortened.holds()).isTrue();
        assertThat(shortened.text()).isEqualTo(printed);
        assertThat(redaction(SAID, printed)).as("asked again").matches(ShortenedText::holds).extracting(ShortenedText::text).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "I posted it.",
        "I did post them.",
        "i did not post it.",
        "I did not post it. He did nothing else.",
        "I did nothing else. I did not post it.",
        "I did not post it. I did nothing else. Amy, who is seven, saw Ben do it.",
        "I did not post it. I did not post it.",
        "I did not, post it.",
        "I did not post it! I did nothing else.",
        "I did not po it.",
        "I did not […] post it.",
        "[really] I did not post it.",
        "I did not post it. Amy [my daughter], who is seven, saw Ben do it.",
        "I did not post it. […] I did nothing else. […]",
        "I did not post it. [a child] [of mine] saw Ben do it.",
        "I did not post it. [a child, of whom far more is said here than anybody has to know] saw Ben do it.",
        "I did not post it. [a\nchild] saw Ben do it.",
        "I did not post it. [a \u202Echild] saw Ben do it.",
        "I did not post it. (a child) saw Ben do it.",
        "I d\u0456d not post it.",
        "[…]",
        "[I did it.]",
        "█",
        ".",
        "\u00A0"})
    void whatTheSourceDoesNotSayIsRefused(String written) {
        assertThat(redaction(SAID, written).holds()).isFalse();
        Checks checks = new Checks();
        redaction(SAID, written).check(checks, "redactedText");
        assertThat(catchThrowableOfType(Refusal.class, checks::done).problems()).extracting(p -> p.field() + ":" + p.key())
                .containsExactly("redactedText:referral.refused.notOfSource");
    }

    @Test
    void theWordsThatAreNotOfTheSourceAreTold() {
        Checks checks = new Checks();
        redaction(SAID, "I did not post it. Somebody else did it, and I saw them.").check(checks, "redactedText");
        assertThat(catchThrowableOfType(Refusal.class, checks::done).problems().get(0).args()).startsWith("Somebody else did it, and");
    }

    @Test
    void spacesLineEndsAndHowAnAccentIsCodedMakeNoDifferenceAndTheSourcesArePrinted() {
        String source = "Siân said:\n\n“I’m  sorry.”\nÂ ni’n dau.";
        ShortenedText shortened = redaction(source, Normalizer.normalize("Siân  said: “I’m\r\nsorry.” Â\u00A0ni’n dau.", Normalizer.Form.NFD));
        assertThat(shortened.holds()).isTrue();
        assertThat(shortened.text()).isEqualTo(source);
        assertThat(redaction(source, "Siân said: Â ni’n dau.").text()).isEqualTo("Siân said:\n\n[…]\nÂ ni’n dau.");
        assertThat(redaction(source, "Siân said: “I'm sorry.”").holds()).as("another apostrophe is another sign").isFalse();
    }

    @Test
    void nothingIsCutInsideAWord() {
        assertThat(redaction("I can’t say. It wasn't mine.", "I can […] say.").holds()).isFalse();
        assertThat(redaction("I can’t say. It wasn't mine.", "It was mine.").holds()).isFalse();
        assertThat(redaction("She is unhappy.", "She is happy.").holds()).isFalse();
        assertThat(redaction("See https://example.org/amy today", "See https://example.org/ today").text()).isEqualTo("See https://example.org/[…] today");
    }

    @Test
    void whatIsSaidTwiceMayStandOnceOrTwiceAndNotThrice() {
        String source = "No. I was away. No. I was ill.";
        assertThat(redaction(source, "No. I was ill.").text()).isEqualTo("[…] No. I was ill.");
        assertThat(redaction(source, "No. No.").text()).isEqualTo("No. […] No. […]");
        assertThat(redaction(source, "No. No. No.").holds()).isFalse();
        assertThat(redaction("no no no it was not", "[…] no it was not").text()).isEqualTo("[…] no it was not");
    }

    @Test
    void bracketsOfTheSourceAreItsOwn() {
        String source = "They wrote “i [sic] did it […] all” and [Amy] went. ■ No";
        for (String written : List.of(source, "They wrote “i [sic] did it […] all”", "[…] did it […] all” and [Amy] went.", "They wrote […] [Amy] went. ■ No")) {
            ShortenedText shortened = redaction(source, written);
            assertThat(shortened.holds()).as(written).isTrue();
            assertThat(redaction(source, shortened.text()).holds()).as(shortened.text()).isTrue();
        }
        assertThat(redaction(source, source).text()).isEqualTo(source);
        assertThat(redaction(source, "They wrote “i [sic] [really] did it").holds()).isFalse();
        assertThat(redaction("An open [ bracket", "An open [ […]").text()).isEqualTo("An open [ […]");
    }

    @Test
    void theResultOfAFindingStays() {
        PackSource finding = PackSource.text(ItemKind.FINDING, 1L, "Finding", List.of(new Fact("Finding", "Partly proven")),
                List.of(new Passage("Reasons", "Amy saw it. Finding: Partly proven", false)));
        assertThat(ShortenedText.of(finding, "Finding: Partly proven\nReasons\n[a child] saw it.").holds()).isTrue();
        assertThat(ShortenedText.of(finding, "Finding: Partly proven").text()).isEqualTo("Finding: Partly proven\n\n[…]");
        for (String written : List.of("Finding: proven", "Finding: […] proven\nReasons", "Finding: [not] proven\nReasons", "Reasons\nAmy saw it. Finding: Partly proven")) {
            assertThat(ShortenedText.of(finding, written).holds()).as(written).isFalse();
        }
    }

    @Test
    void howTheSubjectAnsweredStaysEachTime() {
        PackSource request = PackSource.text(ItemKind.REMOVAL_REQUEST, 2L, "Request", List.of(new Fact("Asked on", "Monday")),
                List.of(new Passage("Answer of Sam, Tuesday: says it is not theirs", "Ask Amy.", true), new Passage("Decision of Olwen", "No.", false),
                        new Passage("Answer of Sam, Friday: disputes it", "Ask Ben.", true)));
        assertThat(ShortenedText.of(request, "Answer of Sam, Tuesday: says it is not theirs\n[…]\nAnswer of Sam, Friday: disputes it\nAsk [a child].").text())
                .isEqualTo("[…]\n\nAnswer of Sam, Tuesday: says it is not theirs\n[…]\n\nAnswer of Sam, Friday: disputes it\nAsk [a child].");
        for (String written : List.of("Asked on: Monday", "Answer of Sam, Tuesday: says it is theirs\nAnswer of Sam, Friday: disputes it",
                "Answer of Sam, Tuesday: says it is not theirs\nAsk Amy.", "Answer of Sam, Friday: disputes it\nAsk Ben.")) {
            assertThat(ShortenedText.of(request, written).holds()).as(written).isFalse();
        }
    }

    /** As long as they can be, and such that each word stands almost everywhere. */
    @Test
    void longTextsAreComparedWithoutReadingThemAgainAndAgain() {
        String source = "no ".repeat(60_000) + "yes";
        String written = "no ".repeat(6000) + "yes";
        assertThat(redaction(source, written).text()).endsWith("no yes");
        assertThat(redaction(source, "no ".repeat(6000) + "maybe").holds()).isFalse();
        assertThat(redaction("a b ".repeat(20_000), "a a ".repeat(5000)).holds()).as("more gaps than anybody makes").isFalse();
        assertThat(Wording.of("[".repeat(20_000)).size()).isEqualTo(20_000);
    }

    private static ShortenedText redaction(String source, String written) {
        return ShortenedText.of(PackSource.text(ItemKind.NOTE, 1L, "Note", List.of(), List.of(new Passage(null, source, false))), written);
    }
}

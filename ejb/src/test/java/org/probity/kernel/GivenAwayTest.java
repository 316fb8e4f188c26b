package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Held against 300 texts of each kind in each language, which one person wrote before the code. The last hundred of each file were
 * not run while it was tuned: at their first run 94 (English) and 96 (Welsh) of those that give something away were seen, and 99 and
 * 100 of the ordinary ones passed. Most of what was missed there has been mended since, so the figures of today say less than those.
 *
 * <p>Twenty more of each kind in each language were written before log-ins of plain words were looked at: 2 (English) and 3 (Welsh) of
 * those that give something away were seen then, and 18 and 18 of the ordinary ones passed.
 */
class GivenAwayTest {

    private static final int TEXTS = 300;
    private static final int HELD_OUT = 100;
    private static final int MORE = 20;
    private static final int PERCENT = 98;
    private static final int LONG = 100_000;

    @ParameterizedTest
    @CsvSource({"given-away_en,true", "given-away_cy,true", "ordinary_en,false", "ordinary_cy,false"})
    void ofHundredTextsNinetyEightAreTakenForWhatTheyAre(String file, boolean givenAway) {
        List<String> wrong = texts(file).stream().filter(text -> GivenAway.in(text) != givenAway).toList();
        long ofHeldOut = wrong.stream().filter(texts(file).subList(TEXTS - HELD_OUT, TEXTS)::contains).count();
        System.out.println("GivenAwayTest: " + file + " " + (TEXTS - wrong.size()) + " of " + TEXTS + " right, of those held out "
                + (HELD_OUT - ofHeldOut) + " of " + HELD_OUT);
        assertThat(wrong).hasSizeLessThanOrEqualTo(TEXTS * (100 - PERCENT) / 100);
    }

    @ParameterizedTest
    @CsvSource({"fresh-given-away_en,true", "fresh-given-away_cy,true", "fresh-ordinary_en,false", "fresh-ordinary_cy,false"})
    void ofTwentyMoreNoneOrHardlyAnyIsTakenForTheOther(String file, boolean givenAway) {
        List<String> wrong = texts(file).stream().filter(text -> GivenAway.in(text) != givenAway).toList();
        System.out.println("GivenAwayTest: " + file + " " + (MORE - wrong.size()) + " of " + MORE + " right");
        assertThat(wrong).hasSizeLessThanOrEqualTo(givenAway ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Her log-in is sam / rosebud", "log-in: sam / rosebud", "login sam/rosebud", "Credentials: sam / rosebud", "log-in sam.price / rosebud",
        "password: correct horse battery staple", "The PIN, on a badge he wore, is 4821.", "His pin badge says that the PIN is 4821.", "Creds are admin:letmein", "I reset it to Tiger2022; that is the new password.",
        "Manylion mewngofnodi: sam / rhosyn", "Newidiais ef i Teigr2022; dyna'r cyfrinair newydd."})
    void aSecretMadeOfPlainWordsOrToldBeforeItsNameIsSeen(String text) {
        assertThat(GivenAway.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The pin on his lapel was a 1914 replica.", "His pin badge read \"Staff 2024\".", "Log-in: asked for / declined.", "Users: staff / volunteers.",
        "They logged in from Cardiff / Newport.", "Mae'r defnyddiwr yn byw yn Aberaeron / Llanon.", "It was Room B12x. That is the password office."})
    void alternativesAndYearsAreNoSecrets(String text) {
        assertThat(GivenAway.in(text)).isFalse();
    }

    @Test
    void noTextIsASpecialCaseInTheCode() throws IOException {
        List<String> texts = Stream.of("given-away_en", "given-away_cy", "ordinary_en", "ordinary_cy")
                .flatMap(file -> Stream.of(file, "fresh-" + file)).map(GivenAwayTest::texts).flatMap(List::stream).toList();
        assertThat(texts).hasSize(4 * (TEXTS + MORE)).doesNotHaveDuplicates();
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().toLowerCase(Locale.ROOT).matches("given-?away.*")).toList()) {
                code.append(Files.readString(file).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(code.length()).isGreaterThan(10_000);
        assertThat(texts).noneMatch(text -> code.indexOf(text.toLowerCase(Locale.ROOT)) >= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password ", "password is ", "password:", "password: '", "passphrase is a ", "pin 1 ", "1 ", "pin ", "'pin' 1-",
            "p a s s w o r d ", "login a/", "login '", "code for the door, ", "x1y2z is the ", "1 1 1 1 1 pin ", "https://a:", "?a=&",
            "cyfrinair yw'r ", "\u0301", "\u200b", "\n", "a'"})
    @Timeout(20)
    void whateverItIsMadeOfAPartOfATextIsLookedAtAFewTimes(String part) {
        GivenAway.in(part.repeat(LONG / part.length()));
        GivenAway.in("password" + part.repeat(LONG / part.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "'", "\"", "://", "password", "password:", "password is", "pin", "login /",
            "is the password", "\ud83d\ude00 password \ud83d"})
    void aBeginningGivesNothingAway(String text) {
        assertThat(GivenAway.in(text)).isFalse();
    }

    private static List<String> texts(String file) {
        try (InputStream in = GivenAwayTest.class.getResourceAsStream("/secrets/" + file + ".txt")) {
            List<String> texts = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::translateEscapes).forEach(texts::add);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

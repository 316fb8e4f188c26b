package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.Board;
import org.probity.tenancy.Deadlines;

class PassphraseTest {

    private final Account nia = new Account("nia@example.org", "Nia Newcomer", "nia@example.org", null, Language.EN, false);

    private final List<Board> boards = List.of(new Board("chscb", "City and Hackney", null, "CHSCB", Board.Country.ENGLAND, "#1d5a6b",
            false, "team@example.org", Deadlines.usual()));

    private void choose(String passphrase) {
        Passphrase.check("passphrase", passphrase, nia, boards);
    }

    @ParameterizedTest
    @ValueSource(strings = {"purple goat under the window 7", "ffenestr borffor dan yr afr", "zqkvwjxpmbtr"})
    void wordsNobodyWouldGuessTogetherAreTaken(String passphrase) {
        assertThatCode(() -> choose(passphrase)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"eleven char,passphraseShort", "password12345,passphraseCommon", "qwertyuiop123,passphraseCommon",
            "aaaaaaaaaaaaaaaa,passphraseCommon", "purple newcomer goat,passphraseTelling", "goats of CHSCB sing,passphraseTelling",
            "my probity goats,passphraseTelling"})
    void whatOthersWouldTryFirstIsRefusedAndSaysWhy(String passphrase, String why) {
        assertThatThrownBy(() -> choose(passphrase)).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.problems()).singleElement().satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("passphrase");
                    assertThat(problem.key()).isEqualTo("identity.refused." + why);
                }));
    }

    @Test
    void twelveToAHundredAndTwentyEightCharactersHoweverManyBytesTheyAre() {
        assertThatCode(() -> choose("\u0175\u0177 kq\ud83d\udc10 zvx mtp")).doesNotThrowAnyException();
        assertThatCode(() -> choose("kqzvx mtpwj ".repeat(10) + "abcdefgh")).doesNotThrowAnyException();
        assertThatThrownBy(() -> choose("kqzvx mtpwj ".repeat(10) + "abcdefghi")).isInstanceOf(Refusal.class);
    }

    @Test
    void theSameTextIsTheSameHoweverAKeyboardComposedIt() {
        assertThat(Passphrase.normal("w\u0302yr")).isEqualTo(Passphrase.normal("\u0175yr"));
    }
}

package org.probity.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that are spoken alike, and some that are not. */
class SpokenTest {

    @ParameterizedTest
    @CsvSource({"sian, shan", "rhys, rees", "rhys, reece", "carys, karis", "alys, alice", "geoff, jeff", "claire, clare", "clarke, clark", "dylan, dillon",
            "hughes, huws", "iestyn, yestin", "leigh, lee", "wright, right", "pugh, pew", "philip, filip", "nowak, novak", "jakub, yakub", "bethan, beffan",
            "heledd, heleth", "ngharys, carys", "byrne, burn", "mackenzie, mckensey", "thompson, tomson", "sioned, shoned", "ayesha, aisha"})
    void isHeardAs(String one, String other) {
        assertThat(Spoken.of(one)).containsAnyElementsOf(Spoken.of(other));
    }

    @ParameterizedTest
    @CsvSource({"sian, sean", "evans, events", "owen, and", "john, jane", "jan, ann", "mark, mike", "reid, wright", "elin, alan", "jones, james", "price, prosser"})
    void isNotHeardAs(String one, String other) {
        assertThat(Spoken.of(one)).doesNotContainAnyElementsOf(Spoken.of(other));
    }
}

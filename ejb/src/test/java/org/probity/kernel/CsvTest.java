package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "=cmd|' /C calc'!A0", "\uFF1D1+1"})
    void aTextThatLooksLikeAFormulaIsTakenForText(String formula) {
        assertThat(written(formula)).isEqualTo("\uFEFF\"'" + formula + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a=b", "it's", " ", ""})
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(written(text)).isEqualTo("\uFEFF\"" + text + "\"\r\n");
    }

    @Test
    void quotesAreDoubledAndNumbersStayNumbers() {
        assertThat(written("say \"no\", please", -5, null, 3L)).isEqualTo("\uFEFF\"say \"\"no\"\", please\",-5,,3\r\n");
    }

    private static String written(Object... cells) {
        StringBuilder out = new StringBuilder();
        new Csv(out).row(cells);
        return out.toString();
    }
}

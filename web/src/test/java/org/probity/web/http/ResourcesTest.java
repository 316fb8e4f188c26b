package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which names Faces is asked for a style sheet, a script or a picture. */
class ResourcesTest {

    @ParameterizedTest
    @ValueSource(strings = {"css/probity.css.xhtml?c=1a2b3c4d", "faces.js.xhtml?ln=jakarta.faces&c=1", "core.js.xhtml?ln=primefaces&v=15.0.7&c=cbf43926",
            "primefaces-saga-blue/theme.css.xhtml", "images/primeicons/primeicons.woff2.xhtml?ln=primefaces&v=15.0.7&e=15.0.7&c=1"})
    void whatOurPagesWriteIsFetched(String address) {
        assertThat(isCalled(address)).isTrue();
    }

    /** The class loader, the file system and Faces find the same behind each of them, and Faces keeps each for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"primefaces-saga-blue//theme.css.xhtml", "/css/probity.css.xhtml", "css/./probity.css.xhtml", "css/%70robity.css.xhtml", "css/probity.css.xhtml;a=b",
            "css/probity.css.xhtml?con=1", "css/probity.css.xhtml?loc=cy", "css/probity.css.xhtml?c=1&con=1", "css/probity.css.xhtml?ln=%63ss", "probity.css.xhtml?ln=css//",
            "css/probity.css.xhtml?%63on=1", "css/probity.css.xhtml?c=1&c=2&c=3&c=4&c=5", "css/probity.css.xhtml?c=1;con=2", "css/probity.css.xhtml?stage=Development", ""})
    void noOtherSpellingIs(String address) {
        assertThat(isCalled(address)).isFalse();
    }

    @Test
    void aNameIsNoLongerThanOursAre() {
        assertThat(isCalled("a".repeat(62) + ".css")).isFalse();
        assertThat(isCalled("css/probity.css.xhtml?c=" + "1".repeat(61))).isFalse();
    }

    private static boolean isCalled(String address) {
        int query = address.indexOf('?');
        return Resources.isCalled(query < 0 ? address : address.substring(0, query), query < 0 ? null : address.substring(query + 1));
    }
}

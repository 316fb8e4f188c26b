package org.probity.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void aPageFarBehindTheLastOrBeforeTheFirstBeginsSomewhere() {
        assertThat(Page.offset(2, 25)).isEqualTo(50);
        assertThat(Page.offset(-1, 25)).isZero();
        assertThat(Page.offset(Integer.MAX_VALUE, Integer.MAX_VALUE)).isEqualTo(Page.LAST * Page.LARGEST);
    }
}

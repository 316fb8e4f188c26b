package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final SecondFactor factor = new SecondFactor(1L, 2L, "sealed", NOW);

    @Test
    void itCountsOnlyOnceItsFirstCodeWasShown() {
        assertThat(factor.isConfirmed()).isFalse();
        assertThat(factor.isBegunBy(2L)).isTrue();
        assertThat(factor.isBegunBy(3L)).isFalse();
        factor.confirms(7, NOW);
        assertThat(factor.isConfirmed()).isTrue();
        assertThat(factor.isBegunBy(2L)).isFalse();
        assertThat(factor.lastStep()).isEqualTo(7);
    }

    @Test
    void afterFiveWrongCodesNoneIsLookedAtForAWhile() {
        for (int wrong = 0; wrong < SecondFactor.FAILURES_ALLOWED - 1; wrong++) {
            factor.refuses(NOW);
        }
        assertThat(factor.isLocked(NOW)).isFalse();
        factor.refuses(NOW);
        assertThat(factor.isLocked(NOW)).isTrue();
        assertThat(factor.isLocked(NOW.plus(SecondFactor.LOCK))).isFalse();
    }

    @Test
    void aRightCodeForgivesWrongOnes() {
        for (int wrong = 0; wrong < SecondFactor.FAILURES_ALLOWED - 1; wrong++) {
            factor.refuses(NOW);
        }
        factor.accepts(1);
        factor.refuses(NOW);
        assertThat(factor.isLocked(NOW)).isFalse();
    }
}

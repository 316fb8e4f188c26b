package org.probity.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.access.Signature;
import org.probity.account.WarningLeft;
import org.probity.archive.WipeRequest.Ending;
import org.probity.kernel.Refusal;
import org.probity.powers.Warning;

class WipeRequestTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T09:00:00Z");
    private static final Signature ASKER = new Signature(ASKED, 1L, "Operator");

    private final WipeRequest request = new WipeRequest("chscb", ASKER);

    @Test
    void anotherOperatorMayAtOnceAndTheSameOneADayAfterAnAdministratorWasTold() {
        Instant day = ASKED.plus(Warning.DAY.multipliedBy(4));
        request.warning().hears(new WarningLeft(request.warning().key() + 7, day.minus(Warning.DAY)));
        assertThat(request.alone()).isEqualTo(day);
        assertThatCode(() -> request.requireAnotherOrADay(2L, ASKED)).doesNotThrowAnyException();
        assertThatThrownBy(() -> request.requireAnotherOrADay(1L, day.minusMillis(1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> request.requireAnotherOrADay(null, day.minusMillis(1))).isInstanceOf(Refusal.class);
        assertThatCode(() -> request.requireAnotherOrADay(1L, day)).doesNotThrowAnyException();
    }

    @Test
    void theSameOneNeverMayWhereNoAdministratorWasTold() {
        assertThat(request.alone()).isNull();
        assertThatThrownBy(() -> request.requireAnotherOrADay(1L, ASKED.plus(Warning.DAY.multipliedBy(30)))).isInstanceOf(Refusal.class)
                .hasMessageContaining("archive.refused.untold");
        assertThatCode(() -> request.requireAnotherOrADay(2L, ASKED)).doesNotThrowAnyException();
    }

    @Test
    void whatIsOverStaysOver() {
        for (Ending first : Ending.values()) {
            WipeRequest one = new WipeRequest("chscb", ASKER);
            one.ends(first, ASKER);
            for (Ending next : Ending.values()) {
                assertThatThrownBy(() -> one.ends(next, ASKER)).isInstanceOf(Refusal.class);
            }
        }
    }
}

package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.account.WarningLeft;

class WarningTest {

    private static final Instant LEFT = Instant.parse("2026-11-22T09:00:00Z");

    private final Warning warning = new Warning("archive.wipe/chscb/1/");

    @Test
    void asLongAsNoMailHasLeftTheDayDoesNotBegin() {
        assertThat(warning.until()).isNull();
        assertThat(warning.isOver(LEFT.plus(Warning.DAY.multipliedBy(365)))).isFalse();
    }

    @Test
    void itBeginsWithTheFirstMailAndNotAnewWithTheNext() {
        warning.hears(new WarningLeft("archive.wipe/chscb/1/7", LEFT));
        warning.hears(new WarningLeft("archive.wipe/chscb/1/8", LEFT.plusSeconds(60)));
        assertThat(warning.until()).isEqualTo(LEFT.plus(Warning.DAY));
        assertThat(warning.isOver(warning.until().minusMillis(1))).isFalse();
        assertThat(warning.isOver(warning.until())).isTrue();
    }

    @Test
    void mailThatTellsOfAnotherIsNoneOfItsConcern() {
        warning.hears(new WarningLeft("archive.wipe/chscb/12/7", LEFT));
        warning.hears(new WarningLeft("account.factorResetAsked/7/1", LEFT));
        assertThat(warning.until()).isNull();
    }
}

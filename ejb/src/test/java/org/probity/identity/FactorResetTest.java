package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.identity.FactorReset.Ending;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;

class FactorResetTest {

    private static final Instant ASKED = Instant.parse("2026-11-22T09:00:00Z");
    private static final Signature ASKER = new Signature(ASKED, 1L, "Asker");

    private final FactorReset reset = new FactorReset(2L, "chscb", "The telephone is lost", ASKER);

    private static Caller account(Long id) {
        return new Caller(id, null, "Somebody", Set.of(Role.ADMINISTRATOR), null, Language.EN);
    }

    @Test
    void neitherWhoAskedNorWhoseItIsConfirmsIt() {
        for (Long one : List.of(1L, 2L)) {
            assertThatThrownBy(() -> reset.requireSecondPerson(account(one))).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> reset.requireSecondPerson(Caller.reporter())).isInstanceOf(Refusal.class);
        reset.requireSecondPerson(account(3L));
    }

    @Test
    void itIsDueADayAfterItWasAskedForAndNotBefore() {
        Instant day = ASKED.plus(FactorReset.WAIT);
        assertThat(reset.isDue(day.minusMillis(1))).isFalse();
        assertThat(reset.isDue(day)).isTrue();
        assertThatThrownBy(() -> reset.ends(Ending.DUE, new Signature(day.minusMillis(1), null, "Probity"))).isInstanceOf(Refusal.class);
    }

    @Test
    void theDayBeginsWhenTheMailHasLeftThatTellsItsOwner() {
        Instant left = ASKED.plus(FactorReset.WAIT).plusSeconds(60);
        reset.awaits("account.factorResetAsked/2/1");
        assertThat(reset.isDue(ASKED.plus(FactorReset.WAIT.multipliedBy(30)))).as("never by itself").isFalse();
        reset.warned(left);
        assertThat(reset.isDue(left.plus(FactorReset.WAIT).minusMillis(1))).isFalse();
        assertThat(reset.isDue(left.plus(FactorReset.WAIT))).isTrue();
    }

    @Test
    void aSecondPersonNeedsNoMail() {
        reset.awaits("account.factorResetAsked/2/1");
        reset.ends(Ending.CONFIRMED, new Signature(ASKED, 3L, "Another"));
        assertThat(reset.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void whatIsOverStaysAsItEnded(Ending how) {
        Signature later = new Signature(ASKED.plus(FactorReset.WAIT), null, "Probity");
        reset.ends(how, later);
        assertThat(reset.isOpen()).isFalse();
        assertThat(reset.isDue(later.at())).isFalse();
        for (Ending next : Ending.values()) {
            assertThatThrownBy(() -> reset.ends(next, later)).isInstanceOf(Refusal.class);
        }
        assertThat(reset.endedHow()).isEqualTo(how);
    }
}

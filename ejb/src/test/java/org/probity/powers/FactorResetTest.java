package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.access.Signature;
import org.probity.account.WarningLeft;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.powers.FactorReset.Ending;

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
    void itIsDueADayAfterItsOwnerWasToldAndNotBefore() {
        Instant left = ASKED.plus(Warning.DAY).plusSeconds(60);
        Instant day = left.plus(Warning.DAY);
        reset.warning().hears(new WarningLeft(reset.warning().key(), left));
        assertThat(reset.isDue(day.minusMillis(1))).isFalse();
        assertThat(reset.isDue(day)).isTrue();
        assertThatThrownBy(() -> reset.ends(Ending.DUE, new Signature(day.minusMillis(1), null, "Probity"))).isInstanceOf(Refusal.class);
    }

    @Test
    void itIsNeverDueWhereNobodyToldThem() {
        Instant later = ASKED.plus(Warning.DAY.multipliedBy(30));
        assertThat(reset.isDue(later)).isFalse();
        reset.warning().hears(new WarningLeft("account.factorResetAsked/3/1", ASKED));
        assertThat(reset.isDue(later)).as("another was told").isFalse();
        assertThatThrownBy(() -> reset.ends(Ending.DUE, new Signature(later, null, "Probity"))).isInstanceOf(Refusal.class);
    }

    @Test
    void aSecondPersonNeedsNoMail() {
        reset.ends(Ending.CONFIRMED, new Signature(ASKED, 3L, "Another"));
        assertThat(reset.isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void whatIsOverStaysAsItEnded(Ending how) {
        Signature later = new Signature(ASKED.plus(Warning.DAY), null, "Probity");
        reset.warning().hears(new WarningLeft(reset.warning().key(), ASKED));
        reset.ends(how, later);
        assertThat(reset.isOpen()).isFalse();
        assertThat(reset.isDue(later.at())).isFalse();
        for (Ending next : Ending.values()) {
            assertThatThrownBy(() -> reset.ends(next, later)).isInstanceOf(Refusal.class);
        }
        assertThat(reset.endedHow()).isEqualTo(how);
    }
}

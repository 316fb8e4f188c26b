package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.account.OneTimeLink.Kind;

class OneTimeLinkTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void aResetIsGoodForAnHourAndAnInvitationForAWeek() {
        OneTimeLink reset = new OneTimeLink("token", 1L, Kind.RESET, NOW);
        OneTimeLink invitation = new OneTimeLink("token", 1L, Kind.INVITATION, NOW);
        assertThat(reset.isGood(NOW.plus(Duration.ofMinutes(60)).minusMillis(1))).isTrue();
        assertThat(reset.isGood(NOW.plus(Duration.ofMinutes(60)))).isFalse();
        assertThat(invitation.isGood(NOW.plus(Duration.ofDays(7)).minusMillis(1))).isTrue();
        assertThat(invitation.isGood(NOW.plus(Duration.ofDays(7)))).isFalse();
    }

    @Test
    void itWorksOnceAndNotAfterALaterOne() {
        OneTimeLink used = new OneTimeLink("token", 1L, Kind.RESET, NOW);
        used.used(NOW);
        OneTimeLink replaced = new OneTimeLink("token", 1L, Kind.RESET, NOW);
        replaced.replaced(NOW);
        assertThat(used.isGood(NOW)).isFalse();
        assertThat(replaced.isGood(NOW)).isFalse();
    }
}

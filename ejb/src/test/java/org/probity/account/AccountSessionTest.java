package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.account.AccountSession.Ending;

class AccountSessionTest {

    private static final SessionLimits LIMITS = SessionLimits.of(null, null, null);
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final AccountSession session = new AccountSession("hash", 1L, null, "Firefox, Linux", START);

    private static Instant after(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    /** Shown at the start, later, and never. */
    @Test
    void itCountsForTenMinutesThatSomebodyHasShownWhoTheyAre() {
        Instant shown = Instant.parse("2026-11-22T09:00:00Z");
        AccountSession session = new AccountSession("key", 1L, null, "Firefox", shown);
        assertThat(session.isFresh(shown)).as("nobody said when").isFalse();
        session.confirms(shown);
        assertThat(session.isFresh(shown.plus(AccountSession.FRESH).minusMillis(1))).isTrue();
        assertThat(session.isFresh(shown.plus(AccountSession.FRESH))).isFalse();
    }

    @Test
    void itLastsHalfAnHourIdleAndHalfADayAtMost() {
        assertThat(LIMITS).isEqualTo(new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), 5));
    }

    @Test
    void itNeverEndsEarlierThanAPageWasTold() {
        assertThat(session.due(LIMITS, after(30))).isNull();
        assertThat(session.due(LIMITS, after(31).plusMillis(1))).isEqualTo(Ending.IDLE);
    }

    @Test
    void itEndsAfterTheLongestTimeWhateverIsDone() {
        assertThat(session.due(LIMITS, after(12 * 60))).isEqualTo(Ending.TOO_LONG);
    }

    @Test
    void whatIsLeftIsNeverLessThanNothingAndNothingOnceItEnded() {
        assertThat(session.left(LIMITS, after(28))).isEqualTo(Duration.ofMinutes(2));
        assertThat(session.left(LIMITS, after(40))).isZero();
        session.ends(Ending.ENDED, after(1));
        assertThat(session.left(LIMITS, after(2))).isZero();
    }

    @Test
    void whatHasEndedStaysAsItEnded() {
        session.ends(Ending.SIGNED_OUT, after(1));
        session.ends(Ending.EVERYWHERE, after(2));
        assertThat(session.endedHow()).isEqualTo(Ending.SIGNED_OUT);
    }

    @Test
    void limitsThatAreNoNumbersOrTooShortStopTheStart() {
        assertThatThrownBy(() -> SessionLimits.of("soon", null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionLimits.of("4", null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionLimits.of(null, "0", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionLimits.of(null, null, "0")).isInstanceOf(IllegalArgumentException.class);
    }
}

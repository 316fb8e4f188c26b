package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.access.Limit;
import org.probity.kernel.Language;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final Limit.Rate ALLOWED = new Limit.Rate(5, Duration.ofMinutes(15));

    private final Account account = new Account("someone@example.org", "Someone", "someone@example.org", "hash", Language.EN, false);

    @Test
    void itIsLockedAfterSoManyWrongPasswordsInARow() {
        for (int i = 1; i < ALLOWED.tries(); i++) {
            account.wrongPassword(NOW, ALLOWED);
            assertThat(account.lockedAt(NOW)).isFalse();
        }
        account.wrongPassword(NOW, ALLOWED);
        assertThat(account.lockedAt(NOW)).isTrue();
    }

    @Test
    void aLockEndsByItself() {
        for (int i = 0; i < ALLOWED.tries(); i++) {
            account.wrongPassword(NOW, ALLOWED);
        }
        assertThat(account.lockedAt(NOW.plus(ALLOWED.within()))).isFalse();
    }

    @Test
    void theRightPasswordForgetsEarlierFailures() {
        account.wrongPassword(NOW, ALLOWED);
        account.signedIn();
        assertThat(account.hasFailures()).isFalse();
    }

    /** Otherwise one wrong password a week, by anybody, would keep a lock always close. */
    @Test
    void wrongPasswordsOfOtherDaysDoNotCount() {
        Instant later = NOW;
        for (int i = 0; i < 3 * ALLOWED.tries(); i++) {
            account.wrongPassword(later, ALLOWED);
            assertThat(account.lockedAt(later)).isFalse();
            later = later.plus(Duration.ofHours(25));
        }
    }
}

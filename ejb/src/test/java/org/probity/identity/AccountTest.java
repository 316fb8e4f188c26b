package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.probity.kernel.Language;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Account account = new Account("someone@example.org", "Someone", "someone@example.org", "hash", Language.EN, false);

    @Test
    void itIsLockedAfterFiveWrongPasswordsInARow() {
        for (int i = 1; i < Account.FAILURES_ALLOWED; i++) {
            account.wrongPassword(NOW);
            assertThat(account.lockedAt(NOW)).isFalse();
        }
        account.wrongPassword(NOW);
        assertThat(account.lockedAt(NOW)).isTrue();
    }

    @Test
    void aLockEndsByItself() {
        for (int i = 0; i < Account.FAILURES_ALLOWED; i++) {
            account.wrongPassword(NOW);
        }
        assertThat(account.lockedAt(NOW.plus(Account.LOCK))).isFalse();
    }

    @Test
    void theRightPasswordForgetsEarlierFailures() {
        account.wrongPassword(NOW);
        account.signedIn();
        assertThat(account.hasFailures()).isFalse();
    }
}

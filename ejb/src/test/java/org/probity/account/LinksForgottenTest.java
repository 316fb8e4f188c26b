package org.probity.account;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.TestDatabase;
import org.probity.account.OneTimeLink.Kind;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardResolver;

/** Whoever asks for links again and again leaves no more of them than those of some days. */
class LinksForgottenTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

    private final TestDatabase database = TestDatabase.get();

    @Test
    void linksThatHaveLongExpiredAreGoneAndTheLatestIsStillGood() {
        Long account = database.call("chscb", entities -> {
            String name = "asks" + System.nanoTime() + "@example.org";
            Account asks = new Account(name, "Somebody", name, "-", Language.EN, false);
            entities.persist(asks);
            return asks.id();
        });
        Instant now = START;
        for (int i = 0; i < 300; i++, now = now.plus(Duration.ofHours(1))) {
            make(account, now);
        }
        Instant latest = now;
        database.run(BoardResolver.NO_BOARD, entities -> assertThat(links(entities, latest).forget()).as("more than a batch").isFalse());
        assertThat(expiries(account)).hasSize((int) OneTimeLinks.REMEMBERED.toHours() + 1)
                .allMatch(until -> !until.isBefore(latest.minus(OneTimeLinks.REMEMBERED))).anyMatch(until -> !until.isBefore(latest));
    }

    private void make(Long account, Instant now) {
        database.run(BoardResolver.NO_BOARD, entities -> links(entities, now).make(account, Kind.RESET));
    }

    private List<Instant> expiries(Long account) {
        return database.call(BoardResolver.NO_BOARD, entities -> entities
                .createQuery("select l.expiresAt from OneTimeLink l where l.accountId = :account", Instant.class)
                .setParameter("account", account).getResultList());
    }

    private static OneTimeLinks links(EntityManager entities, Instant now) {
        return TestDatabase.wire(new OneTimeLinks(), entities, Clock.fixed(now, ZoneOffset.UTC));
    }
}

package org.probity.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.account.Confirmations;
import org.probity.account.OneTimeLink;
import org.probity.account.OneTimeLinks;
import org.probity.account.Passwords;
import org.probity.account.SecondFactors;
import org.probity.account.Sessions;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Boards;

/** A new passphrase ends what came in by the old one, also where both happen at the same moment. */
class SignInDuringResetTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);
    private static final String PASSPHRASE = "purple goat under the window";
    private static final String PROVIDER = "https://idp.example.org|probity";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Passwords CHOSEN = new Passwords() {
        @Override
        protected boolean verify(String password, String kept) {
            return true;
        }

        @Override
        public String hash(String password) {
            return "chosen";
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final String link = "link" + System.nanoTime();

    /** As it is found before the passphrase is checked. */
    private Account found;

    @BeforeEach
    void somebodyWhoForgotTheirPassphrase() {
        found = database.call(BoardResolver.NO_BOARD, entities -> {
            Account account = new Account("reset" + System.nanoTime(), "Somebody", "somebody@example.org", "old", Language.EN, false);
            entities.persist(account);
            entities.persist(new OneTimeLink(link, account.id(), OneTimeLink.Kind.RESET, CLOCK.instant()));
            return account;
        });
    }

    @Test
    void whoGaveAPassphraseThatWasReplacedMeanwhileDoesNotComeIn() {
        choose();
        Refusal refused = catchThrowableOfType(Refusal.class, () -> database.call(BoardResolver.NO_BOARD, entities -> start(entities, null)));
        assertThat(refused.problems().get(0).key()).isEqualTo("identity.refused.signIn");
        assertThat(standing()).isZero();
        database.call(BoardResolver.NO_BOARD, entities -> start(entities, PROVIDER));
        assertThat(standing()).as("a provider's word is no passphrase").isEqualTo(1);
    }

    @Test
    void whoComesInAtTheMomentOfAResetIsSignedOutByIt() throws Exception {
        during(this::choose);
        assertThat(standing()).isZero();
    }

    @Test
    void whoComesInWhileThePersonChangesItElsewhereIsSignedOutByThat() throws Exception {
        database.call(BoardResolver.NO_BOARD, entities -> start(entities, null));
        Long mine = database.call(BoardResolver.NO_BOARD, entities -> entities.createQuery("select s.id from AccountSession s "
                + "where s.accountId = :id", Long.class).setParameter("id", found.id()).getSingleResult());
        during(() -> change(mine));
        assertThat(standing()).as("the one in which they changed it").isEqualTo(1);
    }

    /** Somebody signs in with the old passphrase, and is let in once the other waits for that. */
    private void during(Runnable choosing) throws Exception {
        CompletableFuture<Void> resetting = database.call(BoardResolver.NO_BOARD, entities -> {
            start(entities, null);
            CompletableFuture<Void> other = CompletableFuture.runAsync(choosing);
            awaitSomebodyWhoWaitsForThis(entities, other);
            return other;
        });
        resetting.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    private static void awaitSomebodyWhoWaitsForThis(EntityManager entities, CompletableFuture<?> other) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!other.isDone() && waiting(entities) == 0) {
            assertThat(System.nanoTime()).as("nobody waits").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static long waiting(EntityManager entities) {
        return ((Number) entities.createNativeQuery("select count(*) from information_schema.sessions where blocker_id = session_id()")
                .getSingleResult()).longValue();
    }

    private String start(EntityManager entities, String through) {
        return sessions(entities).start(found, through, false, null, "Firefox");
    }

    private void choose() {
        CurrentCaller.run(Caller.reporter(), () -> database.run(BoardResolver.NO_BOARD,
                entities -> links(entities).choose(link, PASSPHRASE, PASSPHRASE)));
    }

    private void change(Long session) {
        Caller person = new Caller(found.id(), null, "Somebody", Set.of(Role.PUBLIC), null, Language.EN);
        CurrentCaller.run(person, () -> database.run(BoardResolver.NO_BOARD,
                entities -> links(entities).change(session, "old", PASSPHRASE, PASSPHRASE)));
    }

    private static OneTimeLinks links(EntityManager entities) {
        Fired<AccountAct> acts = new Fired<>();
        Sessions sessions = sessions(entities);
        SecondFactors factors = TestDatabase.wire(new SecondFactors(), entities, sessions, acts, CLOCK);
        return TestDatabase.wire(new OneTimeLinks(), entities, sessions, CHOSEN, TestDatabase.wire(new Boards(), entities), factors,
                TestDatabase.wire(new Confirmations(), sessions, factors, CHOSEN, acts, CLOCK), acts, CLOCK);
    }

    private static Sessions sessions(EntityManager entities) {
        return TestDatabase.wire(new Sessions(), entities, CLOCK, new Fired<AccountAct>());
    }

    private long standing() {
        return database.call(BoardResolver.NO_BOARD, entities -> entities.createQuery("select count(s) from AccountSession s where s.accountId = :id "
                + "and s.endedAt is null", Long.class).setParameter("id", found.id()).getSingleResult());
    }
}

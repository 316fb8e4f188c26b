package org.probity.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.access.RolesLost;
import org.probity.access.Scope;
import org.probity.account.Account;
import org.probity.account.AccountSession;
import org.probity.account.OneTimeLinks;
import org.probity.account.Passwords;
import org.probity.account.SecondFactors;
import org.probity.account.Sessions;
import org.probity.account.Totp;
import org.probity.crypto.TestKeys;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.member.Members;
import org.probity.member.Memberships;
import org.probity.tenancy.Boards;

/** What makes a member's tokens void takes with it the one that is made at the same moment. */
class TokenDuringChangeTest {

    private static final String BOARD = "chscb";
    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final String PASSPHRASE = "purple goat under the window";
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

    private final AtomicInteger millis = new AtomicInteger();

    /** Each moment is later than all before it, whoever asks for it. */
    private final class Ticking extends Clock {

        @Override
        public Instant instant() {
            return START.plusMillis(millis.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final TestDatabase database = TestDatabase.get();
    private final Clock clock = new Ticking();

    @TempDir
    private Path folder;

    private Caller officer;
    private Long here;
    private Long elsewhere;

    @BeforeEach
    void somebodyAtTwoBrowsers() {
        database.run(BOARD, entities -> {
            Account account = new Account("during" + System.nanoTime(), "Tomos Member", "tomos@example.org", "-", Language.EN, false);
            entities.persist(account);
            Member member = new Member(account, Set.of(Role.OFFICER), null);
            entities.persist(member);
            officer = member.caller(Language.EN);
            here = session(entities);
            elsewhere = session(entities);
        });
    }

    @Test
    void aNewPassphrase() throws Exception {
        assertThat(opens(during(entities -> links(entities).change(elsewhere, "old", PASSPHRASE, PASSPHRASE)))).isFalse();
    }

    @Test
    void aSecondFactor() throws Exception {
        String secret = CurrentCaller.call(officer, () -> database.call(BOARD, entities -> factors(entities).begin(elsewhere).secret()));
        String code = Totp.code(secret, START.getEpochSecond() / 30);
        assertThat(opens(during(entities -> factors(entities).confirm(elsewhere, code)))).isFalse();
    }

    @Test
    void aSecondFactorThatIsSetAside() throws Exception {
        database.run(BOARD, entities -> {
            entities.find(Account.class, officer.accountId()).confirmsSecondFactor(clock.instant());
            entities.find(AccountSession.class, here).givesSecondFactor(clock.instant());
        });
        assertThat(opens(during(entities -> factors(entities).reset(officer.accountId())))).isFalse();
    }

    @Test
    void theEndOfTheMembership() throws Exception {
        String made = during(entities -> memberships(entities).end(officer.memberId(), "Has left"));
        database.run(BOARD, entities -> entities.find(Member.class, officer.memberId()).joinsAgain("Tomos Member", Set.of(Role.OFFICER), null));
        assertThat(opens(made)).as("once they have come back").isFalse();
    }

    /** Somebody makes a token, while another request does that. @return the token */
    private String during(Consumer<EntityManager> change) throws Exception {
        AtomicReference<CompletableFuture<Void>> other = new AtomicReference<>();
        String token = CurrentCaller.call(officer, () -> database.call(BOARD, entities -> {
            Fired<AccountAct> made = new Fired<>(act -> {
                other.set(CompletableFuture.runAsync(() -> CurrentCaller.run(officer, () -> database.run(BOARD, change))));
                awaitItsEndOrThatItWaits(entities, other.get());
            });
            ApiTokens tokens = TestDatabase.wire(new ApiTokens(), entities, clock, made, TestDatabase.wire(new Members(), entities, clock));
            return tokens.make(new ApiTokens.NewToken("A program", Set.of(Scope.READ), LocalDate.of(2026, 12, 24)), null);
        }));
        other.get().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        return token;
    }

    private static void awaitItsEndOrThatItWaits(EntityManager entities, CompletableFuture<?> other) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!other.isDone() && waiting(entities) == 0) {
            assertThat(System.nanoTime()).as("neither ends nor waits").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static long waiting(EntityManager entities) {
        return ((Number) entities.createNativeQuery("select count(*) from information_schema.sessions where blocker_id = session_id()")
                .getSingleResult()).longValue();
    }

    private boolean opens(String token) {
        return database.call(BOARD, entities -> TestDatabase.wire(new TokenBearers(), entities, clock).of(token).isPresent());
    }

    private OneTimeLinks links(EntityManager entities) {
        SecondFactors factors = factors(entities);
        return TestDatabase.wire(new OneTimeLinks(), entities, sessions(entities), CHOSEN, TestDatabase.wire(new Boards(), entities), factors,
                new Fired<AccountAct>(), clock);
    }

    private SecondFactors factors(EntityManager entities) {
        return TestDatabase.wire(new SecondFactors(), entities, sessions(entities), TestKeys.in(folder), new Fired<AccountAct>(), clock);
    }

    private Memberships memberships(EntityManager entities) {
        return TestDatabase.wire(new Memberships(), entities, clock, new Fired<>(event -> {
            if (event instanceof RolesLost lost) {
                TestDatabase.wire(new ApiTokens(), entities, clock, new Fired<AccountAct>()).revoke(lost);
            }
        }));
    }

    private Sessions sessions(EntityManager entities) {
        return TestDatabase.wire(new Sessions(), entities, clock, new Fired<AccountAct>());
    }

    private Long session(EntityManager entities) {
        AccountSession session = new AccountSession("key" + System.nanoTime(), officer.accountId(), null, "Firefox", clock.instant());
        entities.persist(session);
        return session.id();
    }
}

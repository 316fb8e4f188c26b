package org.probity.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.AccountAct;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.DeniedAttempt;
import org.probity.access.Origin;
import org.probity.access.Role;
import org.probity.account.Passwords;
import org.probity.account.SignIns;
import org.probity.kernel.Language;
import org.probity.tenancy.Installation;

/** Whoever does not come in, from however many networks, cannot fill a chain that is never cut. */
class FailedEntriesTest {

    private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");
    private static final Pattern REPEATS = Pattern.compile("\"repeats\":(\\d+)");
    private static final int TRIES = 2_000;
    private static final int NETWORKS = 300;

    private final TestDatabase database = TestDatabase.get();
    private final Passwords passwords = TestDatabase.wire(new Passwords(), new Never());
    private final String board = "e" + System.nanoTime();
    private Instant now = START;

    @Test
    void signInsThatFailFromManyNetworksAreFewEntriesAndAllCounted() {
        fill(this::signIn);
        assertThat(entries("account.signInFailed")).hasSizeBetween(2, DenialLedger.AT_ONE_DOOR + 1).last().asString().contains("\"method\":\"*\"");
        fold();
        assertThat(told("account.signInFailed")).isEqualTo(TRIES);
    }

    @Test
    void returnsFromAProviderThatAreTurnedAwayAreFewEntriesAndAllCounted() {
        fill(n -> database.run(board, entities -> ledger(entities).keep(turnedAway(n))));
        assertThat(entries("signon.turnedAway")).hasSizeBetween(2, DenialLedger.AT_ONE_DOOR + 1);
        fold();
        assertThat(told("signon.turnedAway")).isEqualTo(TRIES);
    }

    @Test
    void whoFailsToComeInHidesNothingThatIsDeniedToOthers() {
        fill(this::signIn);
        Caller member = new Caller(7L, 7L, "Olwen Officer", Set.of(Role.OFFICER), null, Language.EN);
        at(1, () -> database.run(board, entities -> {
            ledger(entities).keep(new DeniedAttempt(member, CurrentOrigin.get(), "CaseDocuments.content", "CHSCB-2026-0001"));
            ledger(entities).keep(new DeniedAttempt(Caller.reporter(), CurrentOrigin.get(), "AuditPage", ""));
        }));
        assertThat(entries("audit.denied")).hasSize(2).noneMatch(after -> after.contains("\"method\":\"*\""));
    }

    private void fill(Consumer<Integer> attempt) {
        for (int i = 0; i < TRIES; i++) {
            int n = i;
            at(n % NETWORKS, () -> attempt.accept(n));
        }
    }

    private void at(int network, Runnable work) {
        CurrentCaller.run(Caller.reporter(), () -> CurrentOrigin.run(Origin.page("192.0." + network / 256 + "." + network % 256), work));
    }

    private void signIn(int n) {
        Installation installation = new Installation();
        installation.is(Installation.Kind.DEMO);
        SignIns.Result result = database.call(board, entities -> TestDatabase.wire(new SignIns(), entities, passwords, installation,
                heard(entities), clock()).check("nobody" + n + "@example.org", "a wrong one", false, null));
        assertThat(result).isEqualTo(SignIns.Result.WRONG);
    }

    private DeniedAttempt turnedAway(int n) {
        return DeniedAttempt.entry("signon.turnedAway", null, null, "SignOn.arrives", "signon.refused.unknown number " + n);
    }

    /** As the server passes it on. */
    private Fired<Object> heard(EntityManager entities) {
        return new Fired<>(event -> {
            if (event instanceof DeniedAttempt attempt) {
                ledger(entities).keep(attempt);
            } else {
                TestDatabase.wire(new Audit(), new ChainAtOnce(entities), clock()).keep((AccountAct) event);
            }
        });
    }

    private void fold() {
        now = START.plus(DenialLedger.PERIOD);
        database.run(board, entities -> CurrentCaller.run(Caller.system(), () -> {
            DenialLedger ledger = ledger(entities);
            while (ledger.fold()) {
                entities.flush();
            }
        }));
    }

    /** Each that was written at once, and those that were counted. */
    private long told(String act) {
        return entries(act).stream().map(REPEATS::matcher).mapToLong(found -> found.find() ? Long.parseLong(found.group(1)) : 1).sum();
    }

    private List<String> entries(String act) {
        return database.call(board, entities -> entities
                .createQuery("select a.after from AuditEntry a where a.act = :act order by a.seq", String.class)
                .setParameter("act", act).getResultList());
    }

    private DenialLedger ledger(EntityManager entities) {
        return TestDatabase.wire(new DenialLedger(), entities, new ChainAtOnce(entities), clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    /** No passphrase fits. */
    private static final class Never implements Pbkdf2PasswordHash {

        @Override
        public void initialize(Map<String, String> parameters) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String generate(char[] password) {
            return "a hash";
        }

        @Override
        public boolean verify(char[] password, String hash) {
            return false;
        }
    }
}

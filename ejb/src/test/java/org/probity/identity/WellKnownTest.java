package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Installation;
import org.probity.tenancy.Installation.Kind;

/** The rows of a demonstration are there; whether they open anything depends on what the installation is. */
class WellKnownTest {

    private static final String TOKEN = "demo-chscb-tester";
    private static final String OWN_TOKEN = "probity-something-random";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T09:00:00Z"), ZoneOffset.UTC);

    /** Everything fits but an empty password. */
    private static final Passwords FITTING = new Passwords() {

        @Override
        boolean verify(String password, String kept) {
            return kept != null && !password.isEmpty();
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private final Installation installation = new Installation();
    private Long account;

    @BeforeEach
    void aMemberWithTwoTokens() {
        account = database.call(BoardResolver.NO_BOARD, entities -> {
            Account member = new Account("well-known-tester", "Tester", "tester@example.org", "x", Language.EN, false);
            entities.persist(member);
            return member.id();
        });
        database.run("chscb", entities -> {
            entities.persist(new Member(entities.find(Account.class, account), Set.of(Role.OFFICER), null));
            entities.persist(new ApiToken(TOKEN, account, "t", Scope.all(), CLOCK.instant(), null));
            entities.persist(new ApiToken(OWN_TOKEN, account, "t", Scope.all(), CLOCK.instant(), null));
        });
    }

    @AfterEach
    void clear() {
        database.run("chscb", entities -> {
            entities.createQuery("delete from ApiToken t where t.accountId = :account").setParameter("account", account).executeUpdate();
            entities.createQuery("delete from Member m where m.accountId = :account").setParameter("account", account).executeUpdate();
        });
        database.run(BoardResolver.NO_BOARD, entities -> entities.remove(entities.find(Account.class, account)));
    }

    @Test
    void aDemonstrationsTokenOpensNothingInARealInstallation() {
        assertThat(opens(TOKEN)).as("nobody has said yet what it is").isFalse();
        installation.is(Kind.REAL);
        assertThat(opens(TOKEN)).isFalse();
        assertThat(opens(OWN_TOKEN)).isTrue();
        installation.is(Kind.DEMO);
        assertThat(opens(TOKEN)).isTrue();
    }

    @Test
    void aDemonstrationsPasswordOpensNothingInARealInstallation() {
        installation.is(Kind.REAL);
        assertThat(signIn(WellKnown.PASSWORD)).isEqualTo(SignIns.Result.WRONG);
        assertThat(signIn("a passphrase of their own")).isEqualTo(SignIns.Result.WELCOME);
        installation.is(Kind.DEMO);
        assertThat(signIn(WellKnown.PASSWORD)).isEqualTo(SignIns.Result.WELCOME);
    }

    private boolean opens(String token) {
        return database.call("chscb", entities -> TestDatabase.wire(new Members(), entities, CLOCK, installation).bearer(token)).isPresent();
    }

    private SignIns.Result signIn(String password) {
        KnownDevices none = new KnownDevices();
        return database.call(BoardResolver.NO_BOARD, entities -> TestDatabase.wire(new SignIns(), entities, CLOCK, installation, FITTING, none,
                new Fired<AccountAct>()).check("well-known-tester", password, null));
    }
}

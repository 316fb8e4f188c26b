package org.probity.account;

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
import org.probity.access.DeniedAttempt;
import org.probity.access.Limits;
import org.probity.access.Role;
import org.probity.access.RoleSet;
import org.probity.access.Scope;
import org.probity.access.WellKnown;
import org.probity.kernel.Language;
import org.probity.member.Member;
import org.probity.tenancy.Board;
import org.probity.tenancy.BoardResolver;
import org.probity.tenancy.Installation;
import org.probity.tenancy.Installation.Kind;
import org.probity.token.ApiToken;
import org.probity.token.TokenBearers;

/** The rows of a demonstration are there; whether they open anything depends on what the installation is. */
class WellKnownTest {

    private static final String TOKEN = "demo-chscb-tester";
    private static final String OWN_TOKEN = "probity-something-random";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-19T09:00:00Z"), ZoneOffset.UTC);

    /** Everything fits but an empty password. */
    private static final Passwords FITTING = new Passwords() {

        @Override
        protected boolean verifyOfStranger(String password, String kept, String network) {
            return kept != null && !password.isEmpty();
        }
    };

    private final TestDatabase database = TestDatabase.get();
    private Long account;

    @BeforeEach
    void aMemberWithTwoTokens() {
        account = database.call(BoardResolver.NO_BOARD, entities -> {
            Account member = new Account("well-known-tester", "Tester", "tester@example.org", "x", Language.EN, false);
            entities.persist(member);
            return member.id();
        });
        database.run("chscb", entities -> {
            Member member = new Member(entities.find(Account.class, account), Set.of(Role.OFFICER), null);
            entities.persist(member);
            entities.persist(new ApiToken(TOKEN, member.caller(Language.EN), "t", Scope.all(), CLOCK.instant(), null));
            entities.persist(new ApiToken(OWN_TOKEN, member.caller(Language.EN), "t", Scope.all(), CLOCK.instant(), null));
        });
    }

    @AfterEach
    void clear() {
        ask(Set.of());
        database.run("chscb", entities -> {
            entities.createQuery("delete from ApiToken t where t.accountId = :account").setParameter("account", account).executeUpdate();
            entities.createQuery("delete from Member m where m.accountId = :account").setParameter("account", account).executeUpdate();
        });
        database.run(BoardResolver.NO_BOARD, entities -> entities.remove(entities.find(Account.class, account)));
    }

    @Test
    void aDemonstrationsTokenOpensNothingInARealInstallation() {
        assertThat(opens(new Installation(), TOKEN)).as("nobody has said yet what it is").isFalse();
        assertThat(opens(of(Kind.REAL), TOKEN)).isFalse();
        assertThat(opens(of(Kind.REAL), OWN_TOKEN)).isTrue();
        assertThat(opens(of(Kind.DEMO), TOKEN)).isTrue();
    }

    @Test
    void aDemonstrationsTokenWorksWhereItsBoardAsksForASecondFactorAndNoOtherDoes() {
        ask(Set.of(Role.OFFICER));
        assertThat(opens(of(Kind.DEMO), TOKEN)).isTrue();
        assertThat(opens(of(Kind.DEMO), OWN_TOKEN)).isFalse();
        assertThat(opens(of(Kind.REAL), TOKEN)).isFalse();
    }

    private void ask(Set<Role> roles) {
        database.run("chscb", entities -> entities.find(Board.class, "chscb").asksSecondFactorOf(new RoleSet().convertToDatabaseColumn(roles)));
    }

    @Test
    void aDemonstrationsPasswordOpensNothingInARealInstallation() {
        assertThat(signIn(of(Kind.REAL), WellKnown.PASSWORD)).isEqualTo(SignIns.Result.WRONG);
        assertThat(signIn(of(Kind.REAL), "a passphrase of their own")).isEqualTo(SignIns.Result.WELCOME);
        assertThat(signIn(of(Kind.DEMO), WellKnown.PASSWORD)).isEqualTo(SignIns.Result.WELCOME);
    }

    private static Installation of(Kind kind) {
        Installation installation = new Installation();
        installation.is(kind);
        return installation;
    }

    private boolean opens(Installation installation, String token) {
        return database.call("chscb", entities -> TestDatabase.wire(new TokenBearers(), entities, CLOCK, installation).of(token)).isPresent();
    }

    private SignIns.Result signIn(Installation installation, String password) {
        return database.call(BoardResolver.NO_BOARD, entities -> TestDatabase.wire(new SignIns(), entities, CLOCK, installation, FITTING,
                new KnownDevices(), limits(), new Fired<DeniedAttempt>()).check("well-known-tester", password, false, null));
    }

    private static Limits limits() {
        Limits limits = new Limits();
        limits.read();
        return limits;
    }
}

package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.Fired;
import org.probity.TestDatabase;
import org.probity.access.Caller;
import org.probity.access.DeniedAttempt;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.account.SignedIn;
import org.probity.kernel.Refusal;

/** A provider's word alone is nobody's way in: whose account it is says so, and says it anew once they are unlinked. */
class FirstSignOnTest extends ProviderBench {

    private final List<DeniedAttempt> told = new ArrayList<>();
    private Caller officer;
    private String email;

    @BeforeEach
    void aProviderThatVouchesForAnOfficer() {
        confirmed();
        officer = member("Olwen Officer", Role.OFFICER);
        email = account(officer).email();
        acts.clear();
    }

    @Test
    void whoeverTheProviderBringsComesInOnlyOnceTheyHaveSaidThatItIsThem() {
        Introduction given = introduced();
        assertThat(given.accountId()).isEqualTo(officer.accountId());
        assertThat(known()).isFalse();
        assertThat(acts).as("what is written at once, however often it is done").isEmpty();
        assertThat(told).singleElement().returns("signon.turnedAway", DeniedAttempt::act).extracting(DeniedAttempt::asked).asString()
                .contains("signon.refused.first", "number of " + email, settings().issuer());
        link(me(officer, null, false), given, CLOCK);
        assertThat(known()).isTrue();
        assertThat(acts).containsExactly("signon.linked", "signon.linked");
        assertThat(arrives().accountId()).isEqualTo(officer.accountId());
    }

    @Test
    void whoIsUnlinkedIsAskedAnew() {
        link(me(officer, null, false), introduced(), CLOCK);
        as(first, services -> services.members().unlink(officer.memberId()));
        assertThat(introduced().accountId()).isEqualTo(officer.accountId());
        assertThat(known()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"somebodyElse, signon.refused.otherAccount", "throughAProvider, signon.refused.otherAccount", "owingACode, signon.refused.otherAccount",
        "anHourLater, signon.refused.late", "atAnotherProvider, signon.refused.late", "asNoMember, signon.refused.unknown",
        "linkedAlready, signon.refused.somebodyElse"})
    void nobodyElseLinksIt(String how, String why) {
        Introduction given = introduced();
        SignedIn me = me(how.equals("somebodyElse") ? second : officer, how.equals("throughAProvider") ? given.through() : null, how.equals("owingACode"));
        if (how.equals("atAnotherProvider")) {
            as(first, services -> services.entities().createQuery("update Provider p set p.edition = p.edition + 1").executeUpdate());
        } else if (how.equals("asNoMember")) {
            leaves(officer);
        } else if (how.equals("linkedAlready")) {
            link(me, given, CLOCK);
        }
        Clock then = how.equals("anHourLater") ? Clock.offset(CLOCK, Duration.ofHours(1)) : CLOCK;
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> link(me, given, then));
        assertThat(refusal.problems()).singleElement().returns(why, Refusal.Problem::key);
        assertThat(known()).isEqualTo(how.equals("linkedAlready"));
    }

    private Introduction introduced() {
        return catchThrowableOfType(Unlinked.class, this::arrives).introduction();
    }

    private ProvenSignIn arrives() {
        Assertion given = new Assertion(settings().issuer(), settings().clientId(), "number of " + email, email, Set.of("mfa"), CLOCK.instant(), "token");
        AuthorisationCodeFlow authorisationCodeFlow = new AuthorisationCodeFlow() {
            @Override
            Assertion arrives(Client client, PendingSignIn pendingSignIn, URI answer) {
                return given;
            }
        };
        PendingSignIn pendingSignIn = new PendingSignIn(URI.create("https://login.example.org"), BOARD, "state", "nonce", "verifier", CLOCK.instant(), false, null);
        return call(Caller.reporter(), services -> TestDatabase.wire(new SignOn(), services.providers(), services.identities(), authorisationCodeFlow, CLOCK,
                new Fired<DeniedAttempt>(told::add)).arrives(pendingSignIn, "state=state&code=code"));
    }

    private void link(SignedIn me, Introduction given, Clock now) {
        as(Caller.reporter(), services -> TestDatabase.wire(services.members(), now).link(me, given));
    }

    private SignedIn me(Caller somebody, String through, boolean owing) {
        Account account = account(somebody);
        Account shown = owing ? new Account(account.username(), account.displayName(), account.email(), "-", account.language(), false) {
            @Override
            public boolean hasSecondFactor() {
                return true;
            }

            @Override
            public Long id() {
                return somebody.accountId();
            }
        } : account;
        return new SignedIn(shown, 1L, through, false, Duration.ofHours(1), false, true);
    }

    private Account account(Caller somebody) {
        return call(somebody, services -> services.entities().find(Account.class, somebody.accountId()));
    }

    private boolean known() {
        return call(first, services -> services.identities().isSomebody(officer.accountId(), settings().issuer(), settings().clientId()));
    }
}

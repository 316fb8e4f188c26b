package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.probity.access.Condition;
import org.probity.account.Account;
import org.probity.account.SignedIn;
import org.probity.kernel.Language;

class DetoursTest {

    private static final Route CLOSED = Route.of("/worklist", "/worklist/worklist.xhtml");
    private static final Route OPEN = Route.open("/report", "/report/start.xhtml");
    private static final Route OWN = Route.of("/account/passphrase", "/identity/passphrase.xhtml");

    private static SignedIn signedIn(Account account) {
        return new SignedIn(account, 1L, null, false, Duration.ofMinutes(30), false, false);
    }

    private static Account account() {
        return new Account("nia@example.org", "Nia", "nia@example.org", "hash", Language.EN, false);
    }

    private static Optional<String> before(Route route, SignedIn someone, boolean factorAsked) {
        return before(route, someone, factorAsked, null);
    }

    private static Optional<String> before(Route route, SignedIn someone, boolean factorAsked, Condition lacking) {
        return Detours.before(route, Optional.ofNullable(someone), factorAsked, Optional.ofNullable(lacking), "/chscb/worklist?page=2");
    }

    @Test
    void aStrangerSignsInAndComesBack() {
        assertThat(before(CLOSED, null, false)).hasValue("/signin?next=%2Fchscb%2Fworklist%3Fpage%3D2");
        assertThat(before(OPEN, null, false)).isEmpty();
    }

    @Test
    void aPasswordGoodForOneSignInOpensNothingButThePageThatChangesIt() {
        SignedIn someone = signedIn(account().mustChange());
        assertThat(before(CLOSED, someone, false).orElseThrow()).startsWith("/account/passphrase?next=");
        assertThat(before(OWN, someone, false)).isEmpty();
    }

    @Test
    void whatAnActAsksToBeShownIsShownFirst() {
        assertThat(before(CLOSED, signedIn(account()), false, Condition.FRESH)).hasValue("/account/confirm?next=%2Fchscb%2Fworklist%3Fpage%3D2");
        assertThat(before(CLOSED, signedIn(account()), false, Condition.SECOND_FACTOR).orElseThrow()).startsWith("/account/second-factor?next=");
        assertThat(before(OWN, signedIn(account()), false, Condition.FRESH)).isEmpty();
        assertThat(before(CLOSED, null, false, Condition.FRESH).orElseThrow()).startsWith("/signin?next=");
    }

    @Test
    void whereABoardAsksForASecondFactorItIsSetUpFirst() {
        assertThat(before(CLOSED, signedIn(account()), true).orElseThrow()).startsWith("/account/second-factor?next=");
        assertThat(before(CLOSED, signedIn(account()), false)).isEmpty();
    }
}

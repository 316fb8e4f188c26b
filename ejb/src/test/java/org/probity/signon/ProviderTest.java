package org.probity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a provider's word opens, and what it does not. */
class ProviderTest {

    @Test
    void aPassphraseOpensUnlessItIsRuledOut() {
        assertThat(provider(true, true).admits(null)).isTrue();
        assertThat(provider(true, false).admits(null)).isFalse();
        assertThat(provider(false, true).admits(null)).isTrue();
    }

    @Test
    void onlyThisBoardsProviderOpensAndOnlyWhileItIsOn() {
        Provider provider = provider(true, false);
        assertThat(provider.admits(provider.through())).isTrue();
        assertThat(provider.admits("another/1")).isFalse();
        assertThat(provider(false, true).admits(provider.through())).isFalse();
    }

    @Test
    void anotherProviderInItsPlaceEndsTheSessionsThroughTheOldOne() {
        Provider provider = provider(true, true);
        String before = provider.through();
        provider.becomes(settings("https://login.example.org", "a colleague", true, true), null);
        assertThat(provider.admits(before)).as("another client").isFalse();
        String then = provider.through();
        provider.becomes(settings("https://login.example.org", "a colleague", true, false), null);
        assertThat(provider.admits(then)).as("only no passphrases").isTrue();
        provider.becomes(settings("https://login.example.org", "a colleague", true, false), "another secret");
        assertThat(provider.admits(then)).as("another secret").isFalse();
    }

    @Test
    void domainsAndSecondFactorsAreThoseThatWereSet() {
        Provider provider = provider(true, true);
        assertThat(provider.takes("a@Example.org")).isTrue();
        assertThat(provider.takes("a@evil-example.org")).isFalse();
        assertThat(provider.takes(null)).isFalse();
        assertThat(provider.sawSecondFactor(new Assertion("i", "c", "s", null, Set.of("otp"), null, "t"))).isTrue();
        assertThat(provider.sawSecondFactor(new Assertion("i", "c", "s", null, Set.of("pwd"), null, "t"))).isFalse();
    }

    private static Provider provider(boolean on, boolean passphrases) {
        return new Provider(settings("https://login.example.org", "probity", on, passphrases), "sealed");
    }

    private static ProviderSettings settings(String issuer, String client, boolean on, boolean passphrases) {
        return new ProviderSettings(issuer, client, "secret", "openid", "Staff", null, "mfa otp", "example.org", on, passphrases);
    }
}

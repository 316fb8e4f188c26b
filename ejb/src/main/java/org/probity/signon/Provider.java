package org.probity.signon;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.probity.kernel.Language;
import org.probity.tenancy.BoardOwned;

/**
 * A board's own OpenID provider. Its administrator sets it up and controls it, so it could say anything of anybody: what it
 * says counts at this board only. A session through it names the board and the edition of these settings, and ends
 * where another provider takes its place.
 */
@Entity
@Table(name = "sign_on_provider")
public class Provider extends BoardOwned {

    @Column(nullable = false)
    private int edition;

    @Embedded
    private ProviderTerms terms;

    protected Provider() {
    }

    /** @param sealedSecret the client's secret, sealed by {@link org.probity.crypto.Keys} */
    Provider(ProviderSettings given, String sealedSecret) {
        becomes(given, sealedSecret);
    }

    /** @param newSecret sealed, or null to keep the one there is */
    final void becomes(ProviderSettings given, String newSecret) {
        if (terms == null || !vouchesAs(given) || newSecret != null && !newSecret.equals(sealedSecret())) {
            edition++;
        }
        terms = new ProviderTerms(given, newSecret == null ? sealedSecret() : newSecret);
    }

    /** The operator's way out where a provider is gone and nobody gets in any more. */
    void allowPassphrases() {
        ProviderSettings set = settings();
        terms = new ProviderTerms(new ProviderSettings(set.issuer(), set.clientId(), null, set.scopes(), set.label(), set.labelCy(),
                set.secondFactor(), set.domains(), set.on(), true), sealedSecret());
    }

    /** Whether it stays the same provider and client; the secret and the words around it may differ. */
    boolean isSameAs(ProviderSettings given) {
        return given.issuer().strip().equals(settings().issuer()) && given.clientId().strip().equals(settings().clientId());
    }

    /** Whether it stays the same, what it says means no more and no less than before, and it lets in the same people. */
    boolean vouchesAs(ProviderSettings given) {
        return isSameAs(given) && Stream.<Function<ProviderSettings, String>>of(ProviderSettings::secondFactor, ProviderSettings::scopes, ProviderSettings::domains)
                .allMatch(list -> ProviderSettings.words(list.apply(given)).equals(ProviderSettings.words(list.apply(settings()))));
    }

    /** Whether a session that carries that shows that others get in with these settings, or nobody else needs to be shown. */
    boolean isProven(ProviderSettings given, String through) {
        boolean asItIs = vouchesAs(given) && given.clientSecret() == null;
        return isSameAs(given) && (asItIs || settings().isOnlyWay()) && through().equals(through);
    }

    /** What a session through it carries: another provider of the same board, also after a restore, is another one, and so is another secret. */
    String through() {
        return board() + "/" + id() + "/" + edition;
    }

    /**
     * Whether a session may enter this board.
     *
     * @param through what the session carries; null for one that was begun with Probity's own passphrase
     */
    boolean admits(String through) {
        return through == null ? !on() || passphrasesAllowed() : on() && through.equals(through());
    }

    /** Whether an address belongs to a domain that is let in. */
    boolean takes(String email) {
        String domains = settings().domains();
        return ProviderSettings.words(domains).isEmpty() || email != null && ProviderSettings.words(domains.toLowerCase(Locale.ROOT))
                .contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether what the provider says of the sign-in means that a second factor was shown. */
    boolean sawSecondFactor(Assertion given) {
        return ProviderSettings.words(settings().secondFactor()).stream().anyMatch(given.means()::contains);
    }

    /** Everything but the secret. */
    ProviderSettings settings() {
        return terms.settings();
    }

    /** What the audit keeps of it: everything but the secret. */
    Map<String, Object> kept() {
        return terms.kept();
    }

    /** What two people decide over, in lines. */
    String said() {
        return terms.said(false);
    }

    String label(Language language) {
        return language == Language.CY && settings().labelCy() != null ? settings().labelCy() : settings().label();
    }

    String sealedSecret() {
        return terms.sealedSecret();
    }

    boolean on() {
        return settings().on();
    }

    boolean passphrasesAllowed() {
        return settings().passphrasesAllowed();
    }
}

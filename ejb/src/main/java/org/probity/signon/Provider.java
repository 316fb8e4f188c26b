package org.probity.signon;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    @Column(length = 500, nullable = false)
    private String issuer;

    @Column(name = "client_id", length = 200, nullable = false)
    private String clientId;

    @Column(name = "client_secret", length = 1500, nullable = false)
    private String sealedSecret;

    @Column(length = 300, nullable = false)
    private String scopes;

    @Column(length = 100, nullable = false)
    private String label;

    @Column(name = "label_cy", length = 100)
    private String labelCy;

    @Column(name = "second_factor", length = 500)
    private String secondFactor;

    @Column(length = 1000)
    private String domains;

    @Column(name = "switched_on", nullable = false)
    private boolean on;

    @Column(name = "passphrases_allowed", nullable = false)
    private boolean passphrasesAllowed;

    protected Provider() {
    }

    /** @param sealedSecret the client's secret, sealed by {@link org.probity.tenancy.Keys} */
    Provider(ProviderSettings given, String sealedSecret) {
        becomes(given, sealedSecret);
    }

    /** @param newSecret sealed, or null to keep the one there is */
    final void becomes(ProviderSettings given, String newSecret) {
        if (!isSameAs(given)) {
            edition++;
        }
        issuer = given.issuer().strip();
        clientId = given.clientId().strip();
        sealedSecret = newSecret == null ? sealedSecret : newSecret;
        scopes = String.join(" ", given.scopes().strip().split("\\s+"));
        label = given.label().strip();
        labelCy = given.labelCy();
        secondFactor = given.secondFactor();
        domains = given.domains();
        on = given.on();
        passphrasesAllowed = given.passphrasesAllowed();
    }

    /** The operator's way out where a provider is gone and nobody gets in any more. */
    void allowPassphrases() {
        passphrasesAllowed = true;
    }

    /** Whether it stays the same provider and client; the secret and the words around it may differ. */
    boolean isSameAs(ProviderSettings given) {
        return given.issuer().strip().equals(issuer) && given.clientId().strip().equals(clientId);
    }

    /** What a session through it carries. */
    String through() {
        return board() + "/" + edition;
    }

    /**
     * Whether a session may enter this board.
     *
     * @param through what the session carries; null for one that was begun with Probity's own passphrase
     */
    boolean admits(String through) {
        return through == null ? !on || passphrasesAllowed : on && through.equals(through());
    }

    /** Whether an address belongs to a domain that is let in. */
    boolean takes(String email) {
        return ProviderSettings.words(domains).isEmpty() || email != null && ProviderSettings.words(domains.toLowerCase(Locale.ROOT))
                .contains(email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether what the provider says of the sign-in means that a second factor was shown. */
    boolean sawSecondFactor(Assertion given) {
        return ProviderSettings.words(secondFactor).stream().anyMatch(given.means()::contains);
    }

    /** Everything but the secret. */
    ProviderSettings settings() {
        return new ProviderSettings(issuer, clientId, null, scopes, label, labelCy, secondFactor, domains, on, passphrasesAllowed);
    }

    /** What the audit keeps of it: everything but the secret. */
    Map<String, Object> kept() {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("issuer", issuer);
        kept.put("clientId", clientId);
        kept.put("scopes", scopes);
        kept.put("secondFactor", secondFactor);
        kept.put("domains", domains);
        kept.put("on", on);
        kept.put("passphrasesAllowed", passphrasesAllowed);
        return kept;
    }

    String label(Language language) {
        return language == Language.CY && labelCy != null ? labelCy : label;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    boolean on() {
        return on;
    }

    boolean passphrasesAllowed() {
        return passphrasesAllowed;
    }
}

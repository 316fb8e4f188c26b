package org.probity.signon;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is set of a provider, as it is kept: the client's secret is sealed. */
@Embeddable
class ProviderTerms {

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

    protected ProviderTerms() {
    }

    /** @param sealedSecret the client's secret, sealed by {@link org.probity.crypto.Keys} */
    ProviderTerms(ProviderSettings given, String sealedSecret) {
        this.issuer = given.issuer().strip();
        this.clientId = given.clientId().strip();
        this.sealedSecret = sealedSecret;
        this.scopes = String.join(" ", given.scopes().strip().split("\\s+"));
        this.label = given.label().strip();
        this.labelCy = given.labelCy();
        this.secondFactor = given.secondFactor();
        this.domains = given.domains();
        this.on = given.on();
        this.passphrasesAllowed = given.passphrasesAllowed();
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

    /**
     * What two people decide over: a line for each setting that is there, its name first.
     *
     * @param newSecret whether the client's secret is another than before; what it is, nobody is told
     */
    String said(boolean newSecret) {
        Stream<String> said = kept().entrySet().stream().filter(entry -> entry.getValue() != null && !entry.getValue().toString().isBlank())
                .map(entry -> entry.getKey() + " " + entry.getValue().toString().lines().collect(Collectors.joining(" ")));
        return Stream.concat(said, newSecret ? Stream.of("clientSecret") : Stream.empty()).collect(Collectors.joining("\n"));
    }

    String sealedSecret() {
        return sealedSecret;
    }
}

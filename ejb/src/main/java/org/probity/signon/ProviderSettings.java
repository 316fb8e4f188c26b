package org.probity.signon;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.probity.kernel.Checks;

/**
 * What a board's administrator sets.
 *
 * @param issuer address of the provider, exactly as it calls itself
 * @param clientSecret null keeps the one there is; never handed out
 * @param scopes with blanks between them, {@code openid} among them
 * @param label what the button says in English
 * @param labelCy the same in Welsh; null where it is the same
 * @param secondFactor values of {@code acr} or {@code amr} that mean a second factor, with blanks between them, or null
 * @param domains of e-mail addresses that are let in, with blanks between them; null for all
 * @param passphrasesAllowed whether this board's members may also sign in with Probity's own passphrase
 */
public record ProviderSettings(String issuer, String clientId, String clientSecret, String scopes, String label, String labelCy,
        String secondFactor, String domains, boolean on, boolean passphrasesAllowed) {

    private static final int LONGEST_ISSUER = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECRET = 500;
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_SCOPES = 300;
    private static final int LONGEST_LIST = 500;
    private static final int LONGEST_DOMAINS = 1000;

    /** What a board starts with. */
    static ProviderSettings none() {
        return new ProviderSettings(null, null, null, "openid email profile", null, null, null, null, false, true);
    }

    /** Whether there would be no other way into the board. */
    boolean isOnlyWay() {
        return !passphrasesAllowed;
    }

    /** Whether it can say of anybody that they showed a second factor. */
    boolean saysSecondFactors() {
        return !words(secondFactor).isEmpty();
    }

    /** @throws org.probity.kernel.Refusal INVALID naming each field */
    void check(boolean secretKept) {
        new Checks().required("issuer", issuer).plain("issuer", issuer, LONGEST_ISSUER)
                .that(issuer == null || ProviderAddresses.isIssuer(issuer), "issuer", "signon.refused.address")
                .required("clientId", clientId).plain("clientId", clientId, LONGEST_NAME)
                .that(secretKept || clientSecret != null, "clientSecret", "kernel.refused.required")
                .plain("clientSecret", clientSecret, LONGEST_SECRET)
                .plain("scopes", scopes, LONGEST_SCOPES)
                .that(words(scopes).contains("openid") && !scopes.contains("\""), "scopes", "signon.refused.scopes")
                .text("label", label, LONGEST_LABEL).max("labelCy", labelCy, LONGEST_LABEL)
                .plain("secondFactor", secondFactor, LONGEST_LIST).plain("domains", domains, LONGEST_DOMAINS)
                .that(words(domains).stream().allMatch(d -> d.matches("[A-Za-z0-9.-]+\\.[A-Za-z]+")), "domains", "signon.refused.domains")
                .that(on || passphrasesAllowed, "passphrasesAllowed", "signon.refused.noWayIn").done();
    }

    /** The words of a list. */
    static Set<String> words(String list) {
        return list == null ? Set.of() : Arrays.stream(list.strip().split("[\\s,;]+")).filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

package org.probity.signon;

import java.time.Instant;
import java.util.Set;

/**
 * What a provider said of somebody, its signature and everything around it checked.
 *
 * @param subject the provider's own number for the person
 * @param email only where the provider says it has verified it, in lower case; else null
 * @param means how they signed in there: values of {@code acr} and {@code amr}
 * @param shownAt when they last showed the provider who they are ({@code auth_time}), or null where it does not say
 * @param idToken kept on the server until sign-out, to end the provider's session too
 */
record Assertion(String issuer, String clientId, String subject, String email, Set<String> means, Instant shownAt,
        String idToken) {
}

package org.probity.signon;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody whom the board's provider vouched for.
 *
 * @param through what the session carries from now on: it opens this board and no other
 * @param secondFactor whether the provider saw a second factor
 * @param shownAt when they last showed the provider who they are, or null where it does not say
 * @param idToken for the end of the provider's session, or null
 */
public record ProvenSignIn(ProviderCredential credential, Long accountId, String through, boolean secondFactor, Instant shownAt,
        String idToken) {

    /** What stays in the session on the server until sign-out. */
    public record Farewell(String board, String idToken) implements Serializable {

        /** Under this name a session keeps it. */
        public static final String ATTRIBUTE = "probity.farewell";

        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "Farewell at " + board;
        }
    }

    /** Says nothing of the token, should somebody log it. */
    @Override
    public String toString() {
        return "ProvenSignIn through " + through;
    }
}

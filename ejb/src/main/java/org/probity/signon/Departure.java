package org.probity.signon;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that has set out to a provider and not come back yet. Kept in the browser's session on the server; good for one
 * return.
 *
 * @param to where the browser is sent
 * @param again whether the provider is to ask the person anew, though it knows them already
 * @param verifier proves that who brings the code is who asked for it (RFC 7636)
 */
public record Departure(URI to, String board, String state, String nonce, String verifier, Instant at,
        boolean again) implements Serializable {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    boolean isOver(Instant now) {
        return now.isAfter(at.plus(GOOD_FOR));
    }

    /** Says nothing of its secrets, should somebody log it. */
    @Override
    public String toString() {
        return "Departure from " + board + " at " + at;
    }
}

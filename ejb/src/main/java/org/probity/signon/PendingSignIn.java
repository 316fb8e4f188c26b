package org.probity.signon;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * A sign-in that has set out to a provider and not come back yet. The browser itself carries it, sealed (see
 * {@link PendingSignIns}); good for one return.
 *
 * @param to where the browser is sent; null once it is on its way
 * @param again whether the provider is to ask the person anew, though it knows them already
 * @param verifier proves that who brings the code is who asked for it (RFC 7636)
 * @param next where the person wanted to go, or null
 */
public record PendingSignIn(URI to, String board, String state, String nonce, String verifier, Instant at, boolean again, String next) {

    /** For how long somebody may be away. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /** The same, of somebody who wants to go there afterwards. @param path of a page of ours, or null */
    public PendingSignIn towards(String path) {
        return new PendingSignIn(to, board, state, nonce, verifier, at, again, path);
    }

    boolean isOver(Instant now) {
        return now.isAfter(at.plus(GOOD_FOR));
    }

    /** Says nothing of its secrets, should somebody log it. */
    @Override
    public String toString() {
        return "PendingSignIn from " + board + " at " + at;
    }
}

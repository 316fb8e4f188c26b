package org.probity.web.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.probity.account.SignedIn;

/** Whose word a session stands on: Probity's own passphrase, or one board's provider. The second opens that board only. */
public final class SignInSource {

    /** No provider is called this, so no board takes its word. */
    private static final String NOBODY = "";

    private SignInSource() {
    }

    /** What the session's row says, as it was found at the door; null where it was begun with a passphrase, and only there. */
    public static String of(HttpServletRequest request) {
        Optional<SignedIn> someone = SessionAuthenticator.here(request);
        return someone.isPresent() ? someone.get().through() : NOBODY;
    }
}

package org.probity.web.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.probity.identity.Account;
import org.probity.identity.Sessions;
import org.probity.identity.SignedIn;

/**
 * Knows who is signed in at a browser. The server's own session carries a random key; the row it leads to is asked at each
 * request, so that a session ended anywhere is ended here. A container that still remembers somebody without such a row is not
 * believed.
 */
@ApplicationScoped
public class Doorman {

    private static final String KEY = "probity.session";
    private static final int LONGER_THAN_ANY_LIMIT = 24 * 60 * 60;

    @Inject
    private Sessions sessions;

    /** @param acting whether this request counts as somebody doing something */
    Optional<SignedIn> look(HttpServletRequest request, boolean acting) throws ServletException {
        if (request.getUserPrincipal() == null) {
            return Optional.empty();
        }
        String name = request.getUserPrincipal().getName();
        Optional<SignedIn> found = key(request).flatMap(sessions::visitor).filter(s -> s.account().username().equals(name));
        if (found.isEmpty()) {
            forget(request);
        } else if (acting && found.get().stale()) {
            sessions.seen(found.get().sessionId());
        }
        return found;
    }

    /**
     * Somebody has just shown who they are: whatever session this browser had is left behind, and its cookie changes.
     *
     * @param through the provider that vouched for them, or null where they gave their passphrase
     * @param secondFactor whether that provider also saw a second factor
     * @param shownAt when they showed who they are, or null where the provider does not say
     * @return the new id of the server's own session
     */
    public String admit(HttpServletRequest request, Account account, String through, boolean secondFactor, Instant shownAt) {
        key(request).ifPresent(sessions::signOut);
        HttpSession session = request.getSession();
        session.setAttribute(KEY, sessions.start(account, through, secondFactor, shownAt,
                Browsers.inWords(request.getHeader("User-Agent"))));
        session.setMaxInactiveInterval(LONGER_THAN_ANY_LIMIT);
        return request.changeSessionId();
    }

    /** They leave. */
    public void dismiss(HttpServletRequest request) throws ServletException {
        key(request).ifPresent(sessions::signOut);
        forget(request);
    }

    /** Who this request comes from, as the filter found out; also while the second factor is still to come. */
    public static Optional<SignedIn> here(HttpServletRequest request) {
        return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.ATTRIBUTE));
    }

    private static void forget(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            try {
                session.invalidate();
            } catch (IllegalStateException gone) {
                // another request of the same browser has left at this moment
            }
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(KEY));
    }
}

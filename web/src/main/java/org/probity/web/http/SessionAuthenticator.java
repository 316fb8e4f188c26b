package org.probity.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.probity.account.Account;
import org.probity.account.SessionLimits;
import org.probity.account.Sessions;
import org.probity.account.SignedIn;

/**
 * Knows who is signed in at a browser. The server's own session carries a random key; the row it leads to is asked at each
 * request, so that a session ended anywhere is ended here. A container that still remembers somebody without such a row is not
 * believed.
 */
@ApplicationScoped
public class SessionAuthenticator {

    private static final String KEY = "probity.session";
    private static final int REMEMBERED = (int) SessionLimits.remembered().toSeconds();

    @Inject
    private Sessions sessions;

    /** What this server remembers of each of those who signed in here. */
    private final Map<Held, HttpSession> held = new ConcurrentHashMap<>();

    /** Whose session of the server this is. It is held no longer than that. */
    private final class Held implements HttpSessionBindingListener {

        private final Long accountId;
        private final String key;

        Held(Long accountId, String key) {
            this.accountId = accountId;
            this.key = key;
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            held.put(this, event.getSession());
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            held.remove(this);
        }
    }

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

    /** Whether whoever was found when this request came in still stands here, and has nothing to show that they have not shown. */
    boolean stays(HttpServletRequest request) {
        Long before = here(request).map(SignedIn::sessionId).orElse(null);
        return SignedIn.whole(key(request).flatMap(sessions::visitor)).filter(now -> now.sessionId().equals(before)).isPresent();
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
        session.setAttribute(KEY, new Held(account.id(), sessions.start(account, through, secondFactor, shownAt,
                Browsers.inWords(request.getHeader("User-Agent")))));
        session.setMaxInactiveInterval(REMEMBERED);
        forgetEnded(account.id());
        return request.changeSessionId();
    }

    /** What ended elsewhere would lie here with all its pages until nobody has asked for them long enough. */
    private void forgetEnded(Long accountId) {
        held.forEach((one, session) -> {
            if (one.accountId.equals(accountId) && sessions.visitor(one.key).isEmpty()) {
                expire(session);
            }
        });
    }

    /** In a moment: a request of its own may be under way, and the answer to this one must not take its cookie away. */
    private static void expire(HttpSession session) {
        try {
            session.setMaxInactiveInterval(1);
        } catch (IllegalStateException gone) {
            // it has just ended by itself
        }
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

    /** Whether the session that a request began with has ended since: whatever asks it for anything fails from then on. */
    static boolean hasEnded(HttpSession session) {
        try {
            return session != null && session.getCreationTime() < 0;
        } catch (IllegalStateException gone) {
            return true;
        }
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
        return Optional.ofNullable(request.getSession(false)).map(session -> (Held) session.getAttribute(KEY)).map(one -> one.key);
    }
}

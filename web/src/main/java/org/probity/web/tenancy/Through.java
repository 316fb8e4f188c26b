package org.probity.web.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Whose word a session stands on: Probity's own passphrase, or one board's provider. The second opens that board only. */
public final class Through {

    private static final String ATTRIBUTE = "probity.through";

    private Through() {
    }

    /** What the session carries; null where it was begun with a passphrase. */
    public static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(ATTRIBUTE);
    }

    /** The session stands on a provider's word from now on. */
    public static void provider(HttpServletRequest request, String through) {
        request.getSession().setAttribute(ATTRIBUTE, through);
    }

    /** The session stands on a passphrase from now on. */
    public static void passphrase(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}

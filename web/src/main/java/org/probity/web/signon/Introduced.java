package org.probity.web.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.probity.signon.Introduction;

/**
 * What a provider has said of somebody for the first time, until they have signed in by themself and said that it is them.
 *
 * @param next where the person wanted to go, or null
 */
record Introduced(Introduction introduction, String next) implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "probity.introduced";

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static Optional<Introduced> at(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Introduced kept ? Optional.of(kept) : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(ATTRIBUTE);
    }
}

package org.probity.web.identity;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;
import org.probity.account.SignedIn;
import org.probity.kernel.Refusal;
import org.probity.web.faces.PageActions;
import org.probity.web.http.SessionAuthenticator;

/** The person at this page and their session, for pages about their own sign-in. */
final class OwnSession {

    private OwnSession() {
    }

    static HttpServletRequest request() {
        return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }

    static HttpServletResponse response() {
        return (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    /** @throws Refusal NOT_FOUND where nobody is signed in */
    static SignedIn session() {
        return SessionAuthenticator.here(request()).orElseThrow(Refusal::notFound);
    }

    /** Runs an act; where a rule says no, the page says why and stays. Who has to show first who they are goes there and comes back. */
    static void attempt(Consumer<SignedIn> act) {
        try {
            act.accept(session());
        } catch (RuntimeException e) {
            PageActions.show(e);
        }
    }

    /** Where somebody wanted to go, where that is a page of ours; else the page about their sign-in. */
    static String onwards(String next) {
        return Homes.isOwnPath(next) ? next : "/account";
    }
}

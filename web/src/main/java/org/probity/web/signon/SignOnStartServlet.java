package org.probity.web.signon;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.access.Limit;
import org.probity.signon.PendingSignIn;
import org.probity.signon.SignOn;
import org.probity.web.faces.BrowserCookie;
import org.probity.web.http.RateLimiter;
import org.probity.web.identity.Homes;

/** The button of a board's provider: sends the browser there. It is a link, since a form of ours may only lead to us. */
@WebServlet("/internal/sign-on-start")
public class SignOnStartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignOn signOn;

    @Inject
    private transient RateLimiter rateLimiter;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        try {
            rateLimiter.browser(Limit.SIGN_ON_ADDRESS, BrowserCookie.of(request));
            PendingSignIn pendingSignIn = signOn.departs("true".equals(request.getParameter("again"))).towards(Homes.isOwnPath(next) ? next : null);
            SignInCookie.keep(request, response, signOn.with(pendingSignIn, SignInCookie.of(request)));
            response.sendRedirect(pendingSignIn.to().toString());
        } catch (RuntimeException e) {
            SignInCookie.sorry(request, response, e, next);
        }
    }
}

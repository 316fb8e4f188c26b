package org.probity.web.signon;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.access.Limit;
import org.probity.kernel.Refusal;
import org.probity.signon.Departure;
import org.probity.signon.SignOn;
import org.probity.web.faces.BrowserCookie;
import org.probity.web.http.Turnstile;
import org.probity.web.identity.Homes;

/** The button of a board's provider: sends the browser there. It is a link, since a form of ours may only lead to us. */
@WebServlet("/internal/sign-on-start")
public class SignOnStartServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignOn signOn;

    @Inject
    private transient Turnstile turnstile;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        try {
            turnstile.browser(Limit.SIGN_ON_ADDRESS, BrowserCookie.of(request));
            Departure departure = signOn.departs("true".equals(request.getParameter("again"))).towards(Homes.isOwnPath(next) ? next : null);
            Journeys.keep(request, response, signOn.with(departure, Journeys.of(request)));
            response.sendRedirect(departure.to().toString());
        } catch (RuntimeException e) {
            Journeys.sorry(request, response, e, next);
        }
    }
}

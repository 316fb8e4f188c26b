package org.probity.web.signon;

import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.probity.access.CurrentCaller;
import org.probity.access.Limit;
import org.probity.account.Account;
import org.probity.account.SignIns;
import org.probity.kernel.Refusal;
import org.probity.signon.Introduction;
import org.probity.signon.PendingSignIn;
import org.probity.signon.ProvenSignIn;
import org.probity.signon.SignOn;
import org.probity.signon.Unlinked;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.BrowserCookie;
import org.probity.web.http.Languages;
import org.probity.web.http.RateLimiter;
import org.probity.web.http.SessionAuthenticator;
import org.probity.web.identity.AfterSignIn;

/** Where a board's provider sends the browser back to. */
@WebServlet("/internal/sign-on-return")
public class SignOnReturnServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SignOn signOn;

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient SignIns signIns;

    @Inject
    private transient AfterSignIn afterSignIn;

    @Inject
    private transient RateLimiter rateLimiter;

    @Inject
    private transient SessionAuthenticator sessionAuthenticator;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        String next = null;
        try {
            rateLimiter.browser(Limit.SIGN_ON_ADDRESS, BrowserCookie.of(request));
            String carried = SignInCookie.of(request);
            PendingSignIn pendingSignIn = signOn.underWay(carried).find(request.getParameter("state"))
                    .orElseThrow(() -> Refusal.state("signon.refused.late"));
            SignInCookie.keep(request, response, signOn.without(pendingSignIn, carried));
            next = pendingSignIn.next();
            ProvenSignIn provenSignIn = signOn.arrives(pendingSignIn, request.getQueryString());
            response.sendRedirect(enter(request, response, provenSignIn, next));
        } catch (RuntimeException e) {
            if (Refusal.in(e) instanceof Unlinked first) {
                response.sendRedirect(introduce(request, first.introduction(), next));
            } else {
                SignInCookie.sorry(request, response, e, next);
            }
        }
    }

    /** The provider's word alone links no account: whoever it says they are signs in by themself first, and says so too. */
    private String introduce(HttpServletRequest request, Introduction introduction, String next) throws ServletException {
        boolean themself = SessionAuthenticator.here(request).filter(me -> me.keepsOwnKeys() && me.account().id().equals(introduction.accountId())).isPresent();
        if (!themself && request.getUserPrincipal() != null) {
            sessionAuthenticator.dismiss(request);
        }
        new Introduced(introduction, next).keep(request);
        String page = request.getServletContext().getContextPath() + IntroductionPage.ADDRESS;
        return themself ? page : request.getServletContext().getContextPath() + "/signin?why=first&next="
                + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }

    /** Who was signed in before, at the same browser, leaves nothing behind. */
    private String enter(HttpServletRequest request, HttpServletResponse response, ProvenSignIn provenSignIn, String next) throws ServletException {
        if (request.getUserPrincipal() != null) {
            request.logout();
            request.getSession().invalidate();
        }
        AuthenticationStatus status = security.authenticate(request, response,
                AuthenticationParameters.withParams().newAuthentication(true).credential(provenSignIn.credential()));
        if (status != AuthenticationStatus.SUCCESS) {
            throw Refusal.state("signon.refused.answer");
        }
        request.getSession().setAttribute(ProvenSignIn.Farewell.ATTRIBUTE, new ProvenSignIn.Farewell(CurrentBoard.slug(), provenSignIn.idToken()));
        Languages.keep(request, response, CurrentCaller.get().language());
        Account account = CurrentBoard.outside(() -> signIns.find(security.getCallerPrincipal().getName())).orElseThrow();
        BrowserCookie.set(request, response, signIns.browser(account));
        return afterSignIn.complete(request, response, account, provenSignIn.through(), provenSignIn.secondFactor(), provenSignIn.shownAt(), next);
    }
}

package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.probity.access.Limit;
import org.probity.account.Account;
import org.probity.account.DeviceCredential;
import org.probity.account.SignIns;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.BrowserCookie;
import org.probity.web.faces.PageActions;
import org.probity.web.http.RateLimiter;

/** Name and password; a new session id; then to where the person wanted to go. */
@Named
@RequestScoped
public class SignInPage {

    @Inject
    private SecurityContext security;

    @Inject
    private SignIns signIns;

    @Inject
    private RateLimiter rateLimiter;

    @Inject
    private AfterSignIn afterSignIn;

    @Inject
    private Clock clock;

    private String next;
    private String username;
    private String password;

    public void signIn() {
        try {
            new Checks().required("username", username).required("password", password).done();
            enter(ownBrowser());
        } catch (RuntimeException refused) {
            // also what the server has wrapped on its way from the check of the passphrase
            PageActions.show(refused);
        }
    }

    /**
     * Counts the try: a browser of the person's own for itself alone, so that nobody in the same network keeps them out.
     *
     * @return what such a browser carries; null for any other
     */
    private String ownBrowser() {
        String carried = DeviceCookie.of(OwnSession.request());
        if (CurrentBoard.outside(() -> signIns.mayTry(username, carried))) {
            return carried;
        }
        rateLimiter.address(Limit.SIGN_IN_ADDRESS);
        rateLimiter.account(Limit.SIGN_IN_ACCOUNT, username);
        return null;
    }

    private void enter(String device) {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        HttpServletResponse response = (HttpServletResponse) external.getResponse();
        Optional<Account> found = CurrentBoard.outside(() -> signIns.find(username));
        AuthenticationStatus status = security.authenticate(request, response, AuthenticationParameters.withParams().newAuthentication(true)
                .credential(new DeviceCredential(username, password, device, rateLimiter.widest())));
        if (status != AuthenticationStatus.SUCCESS) {
            leaveNothing(request.getSession(false));
            throw Refusal.invalid("username", "identity.refused.signIn");
        }
        Account account = found.orElseThrow();
        DeviceCookie.set(request, response, signIns.device(account));
        BrowserCookie.set(request, response, signIns.browser(account));
        PageActions.go(afterSignIn.complete(request, response, account, null, false, clock.instant(), next));
    }

    /** The server begins a session for whoever tries. */
    private static void leaveNothing(HttpSession session) {
        if (session != null && session.isNew()) {
            session.invalidate();
        }
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}

package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Limit;
import org.probity.account.OneTimeLinks;
import org.probity.account.SignedIn;
import org.probity.web.faces.PageActions;
import org.probity.web.http.RateLimiter;

/** Changes the passphrase. Other browsers are signed out; this one stays, under a new cookie. */
@Named
@RequestScoped
public class PassphrasePage {

    @Inject
    private OneTimeLinks links;

    @Inject
    private RateLimiter rateLimiter;

    @Inject
    private PageActions pageActions;

    private String next;
    private String current;
    private String passphrase;
    private String again;

    public void change() {
        pageActions.run(() -> {
            SignedIn me = OwnSession.session();
            rateLimiter.session(Limit.SIGN_IN_ACCOUNT, me.account().id(), me.sessionId());
            links.change(me.sessionId(), current, passphrase, again);
            OwnSession.request().changeSessionId();
        }, OwnSession.onwards(next), "identity.passphrase.done");
    }

    public boolean isForced() {
        return OwnSession.session().account().mustChangePassword();
    }

    public boolean isOwn() {
        return OwnSession.session().keepsOwnKeys();
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}

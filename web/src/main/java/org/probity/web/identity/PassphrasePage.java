package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Limit;
import org.probity.account.OneTimeLinks;
import org.probity.account.SignedIn;
import org.probity.web.faces.Acts;
import org.probity.web.http.Turnstile;

/** Changes the passphrase. Other browsers are signed out; this one stays, under a new cookie. */
@Named
@RequestScoped
public class PassphrasePage {

    @Inject
    private OneTimeLinks links;

    @Inject
    private Turnstile turnstile;

    @Inject
    private Acts acts;

    private String next;
    private String current;
    private String passphrase;
    private String again;

    public void change() {
        acts.run(() -> {
            SignedIn me = Own.session();
            turnstile.session(Limit.SIGN_IN_ACCOUNT, me.account().id(), me.sessionId());
            links.change(me.sessionId(), current, passphrase, again);
            Own.request().changeSessionId();
        }, Own.onwards(next), "identity.passphrase.done");
    }

    public boolean isForced() {
        return Own.session().account().mustChangePassword();
    }

    public boolean isOwn() {
        return Own.session().keepsOwnKeys();
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

package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.probity.access.Limit;
import org.probity.account.Confirmations;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.web.faces.PageActions;
import org.probity.web.http.RateLimiter;

/** Shows once more who they are, before a power over others is used; then on to where they were. The session's cookie changes. */
@Named
@RequestScoped
public class ConfirmPage {

    @Inject
    private Confirmations confirmations;

    @Inject
    private RateLimiter rateLimiter;

    private String next;
    private String passphrase;
    private String code;

    public void confirm() {
        OwnSession.attempt(me -> {
            new Checks().required("passphrase", passphrase).done();
            rateLimiter.session(Limit.SIGN_IN_ACCOUNT, me.account().id(), me.sessionId());
            String wrong = confirmations.show(me, passphrase, code);
            if (wrong != null) {
                throw Refusal.invalid(wrong, wrong.equals("code") ? "identity.refused.code" : "identity.refused.current");
            }
            OwnSession.request().changeSessionId();
            PageActions.go(OwnSession.onwards(next));
        });
    }

    public boolean isOwn() {
        return OwnSession.session().keepsOwnKeys();
    }

    public boolean isCodeAsked() {
        return OwnSession.session().account().hasSecondFactor();
    }

    /** Where the provider of the board they want to act at asks them anew. */
    public String getProvider() {
        String wanted = OwnSession.onwards(next);
        return "/" + wanted.split("[/?]", -1)[1] + "/signin/start?again=true&next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getPassphrase() {
        return passphrase;
    }

    public void setPassphrase(String passphrase) {
        this.passphrase = passphrase;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}

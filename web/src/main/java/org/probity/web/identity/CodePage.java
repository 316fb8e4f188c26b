package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Limit;
import org.probity.account.SecondFactors;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.web.faces.PageActions;
import org.probity.web.http.RateLimiter;

/** The second factor, after the passphrase was right. Only now is the person signed in; the session's cookie changes again. */
@Named
@RequestScoped
public class CodePage {

    @Inject
    private SecondFactors secondFactors;

    @Inject
    private RateLimiter rateLimiter;

    private String next;
    private String code;

    /** Who owes no code has no business here. */
    public void load() {
        if (!OwnSession.session().owesSecondFactor()) {
            PageActions.go("/");
        }
    }

    public void show() {
        OwnSession.attempt(someone -> {
            new Checks().required("code", code).done();
            rateLimiter.account(Limit.SECOND_FACTOR_ACCOUNT, someone.account().username());
            if (!secondFactors.show(someone.account().id(), someone.sessionId(), code)) {
                throw Refusal.invalid("code", "identity.refused.code");
            }
            OwnSession.request().changeSessionId();
            PageActions.go(Homes.isOwnPath(next) ? next : "/");
        });
    }

    public String getNext() {
        return next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}

package org.probity.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Limit;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.powers.ResetRequests;
import org.probity.web.faces.PageActions;
import org.probity.web.http.RateLimiter;

/** Asks for a link to choose a new passphrase. Answers alike whoever asks, and at once. */
@Named
@RequestScoped
public class ForgottenPage {

    @Inject
    private ResetRequests requests;

    @Inject
    private RateLimiter rateLimiter;

    private String username;
    private boolean asked;

    public void ask() {
        try {
            new Checks().required("username", username).done();
            rateLimiter.address(Limit.LINK_ADDRESS);
            requests.ask(username);
            asked = true;
        } catch (Refusal refusal) {
            PageActions.show(refusal);
        }
    }

    public boolean isAsked() {
        return asked;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }
}

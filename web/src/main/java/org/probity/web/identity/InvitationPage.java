package org.probity.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Limit;
import org.probity.powers.Consent;
import org.probity.web.faces.Announcements;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.SentOnce;
import org.probity.web.http.RateLimiter;

/** Opened by the link in an invitation: who has no account says yes by choosing a passphrase, who has one signs in first. */
@Named
@RequestScoped
public class InvitationPage {

    @Inject
    private Consent consent;

    @Inject
    private RateLimiter rateLimiter;

    @Inject
    private SentOnce sentOnce;

    private String token;
    private String passphrase;
    private String again;
    private Consent.Asked asked;
    private boolean known;
    private boolean secondClick;

    /** Found at once: what of the page is there depends on it, also while a form of it is read. */
    @PostConstruct
    void open() {
        token = OwnSession.request().getParameter("token");
        asked = consent.asked(token).orElse(null);
        known = asked != null && consent.signsIn(token);
        secondClick = asked == null && sentOnce.isKnown();
    }

    /**
     * Counts what leads nowhere; whoever has a link is not kept out by somebody else who guesses.
     *
     * @throws org.probity.access.TooMany where this network tried too many
     */
    public void load() {
        if (asked == null) {
            rateLimiter.address(Limit.LINK_ADDRESS);
        }
    }

    public void accept() {
        answer(() -> consent.accept(token, passphrase, again), "identity.invitation.accepted");
    }

    public void decline() {
        answer(() -> consent.decline(token), "identity.invitation.declined");
    }

    private void answer(Runnable saying, String done) {
        try {
            sentOnce.run(() -> {
                saying.run();
                return done;
            });
            Announcements.toAnybody(done);
            PageActions.go("signin");
        } catch (RuntimeException e) {
            PageActions.show(e);
        }
    }

    public boolean isGood() {
        return asked != null || secondClick;
    }

    /** Whether whoever was asked signs in to say yes. */
    public boolean isKnown() {
        return known;
    }

    public Consent.Asked getAsked() {
        return asked;
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

package org.probity.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Limit;
import org.probity.account.OneTimeLink;
import org.probity.account.OneTimeLinks;
import org.probity.account.SignIns;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.Announcements;
import org.probity.web.faces.PageActions;
import org.probity.web.faces.SentOnce;
import org.probity.web.http.RateLimiter;

/** Opened by a one-time link: choose a passphrase. A link that is no longer good says so, and how to get another. */
@Named
@RequestScoped
public class LinkPage {

    @Inject
    private OneTimeLinks links;

    @Inject
    private RateLimiter rateLimiter;

    @Inject
    private SignIns signIns;

    @Inject
    private SentOnce sentOnce;

    private String token;
    private String passphrase;
    private String again;
    private OneTimeLinks.Opened opened;
    private boolean secondClick;

    /** Found at once: what of the page is there depends on it, also while a form of it is read. */
    @PostConstruct
    void open() {
        token = OwnSession.request().getParameter("token");
        opened = links.open(token).orElse(null);
        secondClick = opened == null && sentOnce.isKnown();
    }

    /**
     * Counts what leads nowhere; whoever has a link is not kept out by somebody else who guesses.
     *
     * @throws org.probity.access.TooMany where this network tried too many
     */
    public void load() {
        if (opened == null) {
            rateLimiter.address(Limit.LINK_ADDRESS);
        }
    }

    /** The browser at which the link was used is the person's own from now on, whoever tries to sign in as them elsewhere. */
    public void choose() {
        try {
            String device = sentOnce.run(this::chosen);
            DeviceCookie.set(OwnSession.request(), OwnSession.response(), device);
            Announcements.toAnybody("identity.link.done");
            PageActions.go("/signin");
        } catch (RuntimeException e) {
            PageActions.show(e);
        }
    }

    private String chosen() {
        links.choose(token, passphrase, again);
        return CurrentBoard.outside(() -> signIns.device(signIns.find(opened.username()).orElseThrow()));
    }

    public boolean isGood() {
        return opened != null || secondClick;
    }

    public boolean isInvitation() {
        return opened.kind() == OneTimeLink.Kind.INVITATION;
    }

    public String getName() {
        return opened.name();
    }

    public String getUsername() {
        return opened.username();
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

package org.probity.web.identity;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.identity.Limit;
import org.probity.identity.OneTimeLink;
import org.probity.identity.OneTimeLinks;
import org.probity.web.kernel.Acts;
import org.probity.web.tenancy.Turnstile;

/** Opened by a one-time link: choose a passphrase. A link that is no longer good says so, and how to get another. */
@Named
@ViewScoped
public class LinkPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OneTimeLinks links;

    @Inject
    private Turnstile turnstile;

    @Inject
    private Acts acts;

    private String token;
    private String passphrase;
    private String again;
    private OneTimeLinks.Opened opened;

    /** @throws org.probity.identity.TooMany where this network tried too many */
    public void load() {
        turnstile.address(Limit.LINK_ADDRESS);
        opened = links.open(token).orElse(null);
    }

    public void choose() {
        acts.run(() -> links.choose(token, passphrase, again), "/signin", "identity.link.done");
    }

    public boolean isGood() {
        return opened != null;
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

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
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

package org.probity.web.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.probity.identity.CurrentOrigin;
import org.probity.identity.Limit;
import org.probity.identity.Limits;

/** Counts the tries of the client whose request this is. */
@ApplicationScoped
public class Turnstile {

    @Inject
    private Limits limits;

    /** One more try from this network. @throws org.probity.identity.TooMany where there were too many */
    public void address(Limit limit) {
        limits.count(limit, networks());
    }

    /**
     * One more try at that account from this network: somebody elsewhere who tries a colleague's name does not keep the
     * colleague out. Names nobody has are counted alike, so that counting tells nothing.
     *
     * @throws org.probity.identity.TooMany where there were too many
     */
    public void account(Limit limit, String username) {
        String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
        limits.count(limit, networks().stream().map(network -> network + " " + name).toList());
    }

    /**
     * One more try by somebody who is signed in: those who try their name from outside use none of it up.
     *
     * @throws org.probity.identity.TooMany where there were too many
     */
    public void session(Limit limit, Long session) {
        limits.count(limit, "session " + session);
    }

    private static List<String> networks() {
        return ClientAddress.networks(CurrentOrigin.get().address());
    }
}

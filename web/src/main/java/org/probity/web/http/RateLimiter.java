package org.probity.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.probity.access.CurrentCaller;
import org.probity.access.CurrentOrigin;
import org.probity.access.Limit;
import org.probity.access.Limits;
import org.probity.account.SignIns;
import org.probity.kernel.Refusal;

/** Counts the tries of the client whose request this is. */
@ApplicationScoped
public class RateLimiter {

    @Inject
    private Limits limits;

    @Inject
    private SignIns signIns;

    /** One more try from this network. @throws org.probity.access.TooMany where there were too many */
    public void address(Limit limit) {
        limits.count(limit, networks());
    }

    /**
     * One more from this browser where somebody has signed in at it before, or else from this network: a stranger in the network of a
     * hospital keeps nobody out who works there.
     *
     * @param carried what it carries to tell so, whoever wrote that; null where it carries nothing
     * @throws org.probity.access.TooMany where there were too many
     */
    public void browser(Limit limit, String carried) {
        if (carried != null && signIns.knowsBrowser(carried)) {
            limits.count(limit, "browser " + carried);
        } else {
            address(limit);
        }
    }

    /**
     * One more by whoever is signed in, or else from this network: who shares it with others keeps nobody out who is known.
     *
     * @throws org.probity.access.TooMany where there were too many
     */
    public void visitor(Limit limit) {
        Long account = CurrentCaller.get().accountId();
        if (account == null) {
            address(limit);
        } else {
            limits.count(limit, "account " + account);
        }
    }

    /**
     * Counts what leads nowhere; whoever has the right code is not kept out by somebody else in their network who guesses.
     *
     * @throws org.probity.access.TooMany where this network guessed wrong too often
     */
    public <T> T guess(Limit limit, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                address(limit);
            }
            throw refusal;
        }
    }

    /**
     * One more try at that account from this network: somebody elsewhere who tries a colleague's name does not keep the
     * colleague out. Names nobody has are counted alike, so that counting tells nothing.
     *
     * @throws org.probity.access.TooMany where there were too many
     */
    public void account(Limit limit, String username) {
        String name = username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
        limits.count(limit, networks().stream().map(network -> network + " " + name).toList());
    }

    /**
     * One more try by somebody who is signed in: those who try their name from outside use none of it up. Each sign-in makes a
     * session, so all of one account count together too.
     *
     * @throws org.probity.access.TooMany where there were too many
     */
    public void session(Limit limit, Long account, Long session) {
        limits.count(limit, List.of("session " + session, "account " + account));
    }

    /** The widest network that the client is in, which may all belong to one customer. */
    public String widest() {
        List<String> circles = networks();
        return circles.get(circles.size() - 1);
    }

    private static List<String> networks() {
        return ClientAddress.networks(CurrentOrigin.get().address());
    }
}

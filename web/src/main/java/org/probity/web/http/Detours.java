package org.probity.web.http;

import java.util.Optional;
import org.probity.access.Condition;
import org.probity.account.SignedIn;
import org.probity.web.faces.Detour;

/** What still has to be done before an address opens: sign in, show the second factor, choose a passphrase, set a factor up, confirm. */
final class Detours {

    private static final String OWN_PAGES = "/account";

    private Detours() {
    }

    /**
     * The page to see first, from the root of the site, or nothing where the address opens.
     *
     * @param factorAsked whether the board of this address asks a second factor that this session has not seen
     * @param lacking what else of themself the person has to show first
     * @param back the address to come back to
     */
    static Optional<String> before(Route route, Optional<SignedIn> anybody, boolean factorAsked, Optional<Condition> lacking, String back) {
        if (route.open()) {
            return Optional.empty();
        }
        if (anybody.isEmpty()) {
            return Optional.of(Detour.to("/signin", back));
        }
        SignedIn someone = anybody.get();
        if (someone.owesSecondFactor()) {
            return Optional.of(Detour.to("/signin/code", back));
        }
        if (route.pattern().startsWith(OWN_PAGES)) {
            return Optional.empty();
        }
        if (someone.account().mustChangePassword()) {
            return Optional.of(Detour.to("/account/passphrase", back));
        }
        return factorAsked ? Optional.of(Detour.before(Condition.SECOND_FACTOR, back)) : lacking.map(proof -> Detour.before(proof, back));
    }
}

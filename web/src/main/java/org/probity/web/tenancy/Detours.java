package org.probity.web.tenancy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.probity.identity.SignedIn;

/** What still has to be done before an address opens: sign in, show the second factor, choose a passphrase, set a factor up. */
final class Detours {

    private static final String OWN_PAGES = "/account";

    private Detours() {
    }

    /**
     * The page to see first, from the root of the site, or nothing where the address opens.
     *
     * @param factorAsked whether the board of this address asks a second factor that this session has not seen
     * @param back the address to come back to
     */
    static Optional<String> before(Address address, Optional<SignedIn> anybody, boolean factorAsked, String back) {
        if (address.open()) {
            return Optional.empty();
        }
        if (anybody.isEmpty()) {
            return Optional.of(to("/signin", back));
        }
        SignedIn someone = anybody.get();
        if (someone.owesSecondFactor()) {
            return Optional.of(to("/signin/code", back));
        }
        if (address.pattern().startsWith(OWN_PAGES)) {
            return Optional.empty();
        }
        if (someone.account().mustChangePassword()) {
            return Optional.of(to("/account/passphrase", back));
        }
        return factorAsked ? Optional.of(to("/account/second-factor", back)) : Optional.empty();
    }

    static String to(String page, String back) {
        return page + "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}

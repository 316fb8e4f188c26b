package org.probity.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.probity.account.Account;
import org.probity.account.SignIns;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.http.Languages;
import org.probity.web.http.SessionAuthenticator;

/** What follows every sign-in that succeeded, in whatever way somebody showed who they are. */
@ApplicationScoped
public class AfterSignIn {

    @Inject
    private SessionAuthenticator sessionAuthenticator;

    @Inject
    private SignIns signIns;

    /**
     * Opens the session.
     *
     * @param account as it was found before what they gave was checked
     * @param through the provider that vouched for them, or null where they gave their passphrase
     * @param secondFactor whether that provider also saw a second factor
     * @param shownAt when they showed who they are, or null where the provider does not say
     * @param next where they wanted to go, or null
     * @return where to send them now, from the root
     */
    public String complete(HttpServletRequest request, HttpServletResponse response, Account account, String through,
            boolean secondFactor, Instant shownAt, String next) {
        Languages.chosenOnTheWay(request, response).ifPresent(language -> CurrentBoard.outside(() -> {
            signIns.reads(account.id(), language);
            return null;
        }));
        CurrentBoard.outside(() -> sessionAuthenticator.admit(request, account, through, secondFactor, shownAt));
        String wanted = Homes.isOwnPath(next) ? next : "/";
        return account.hasSecondFactor() && !secondFactor
                ? "/signin/code?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : wanted;
    }
}

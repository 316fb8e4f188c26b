package org.probity.web.signon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.probity.access.CurrentCaller;
import org.probity.account.SignedIn;
import org.probity.kernel.Refusal;
import org.probity.signon.Introduction;
import org.probity.signon.ProviderMembers;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;
import org.probity.web.http.SessionAuthenticator;

/** Somebody whom a provider has brought for the first time, and who has signed in by themself, says whether it is them there. */
@Named
@RequestScoped
public class IntroductionPage {

    /** The page's own address, from the root of the site. */
    static final String ADDRESS = "/account/sign-on";

    @Inject
    private ProviderMembers members;

    @Inject
    private Boards boards;

    @Inject
    private PageActions pageActions;

    public boolean isThere() {
        return Introduced.at(request()).isPresent();
    }

    public String getBoard() {
        return boards.find(introduced().introduction().board()).orElseThrow(Refusal::notFound).name(CurrentCaller.get().language());
    }

    public String getIssuer() {
        return introduced().introduction().issuer();
    }

    public String getUsername() {
        return me().account().username();
    }

    /** From now on they come in through the provider. */
    public void link() {
        Introduced introduced = introduced();
        Introduction given = introduced.introduction();
        pageActions.run(() -> {
            CurrentBoard.run(given.board(), () -> members.link(me(), given));
            Introduced.forget(request());
        }, introduced.next() == null ? "/" + given.board() : introduced.next(), "signon.introduction.done");
    }

    /** It is not them, or they do not want to. */
    public void decline() {
        pageActions.run(() -> Introduced.forget(request()), "/account", null);
    }

    private static Introduced introduced() {
        return Introduced.at(request()).orElseThrow(Refusal::notFound);
    }

    private static SignedIn me() {
        return SessionAuthenticator.here(request()).orElseThrow(Refusal::notFound);
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    }
}

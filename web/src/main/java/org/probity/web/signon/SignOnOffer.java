package org.probity.web.signon;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Language;
import org.probity.signon.Providers;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.Texts;
import org.probity.web.identity.Homes;

/** The button of the board somebody is about to enter, on the sign-in page. The board is in the address, or in where they want to go. */
@Named
@RequestScoped
public class SignOnOffer {

    @Inject
    private Providers providers;

    @Inject
    private Boards boards;

    private String why;
    private String slug;
    private String next;
    private Providers.Offer offer;

    /** @param wanted where they want to go, as the address says */
    public void load(String wanted) {
        next = Homes.isOwnPath(wanted) ? wanted : null;
        String named = CurrentBoard.orNone() != null || next == null ? CurrentBoard.orNone() : next.split("[/?]", -1)[1];
        if (named != null && boards.open(named).isPresent()) {
            slug = named;
            offer = CurrentBoard.call(slug, providers::offer).orElse(null);
        }
    }

    public boolean isThere() {
        return offer != null;
    }

    /** Whether a passphrase opens this board too. */
    public boolean isPassphrases() {
        return offer == null || offer.passphrasesAllowed();
    }

    public String getLabel() {
        return CurrentCaller.get().language() == Language.CY ? offer.labelCy() : offer.label();
    }

    public String getAddress() {
        return "/" + slug + "/signin/start" + (next == null ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    /** Why the last try came to nothing; only what is one of our own messages is shown. */
    public String getProblem() {
        return why == null || !why.matches("[A-Za-z]{1,30}") ? null : Optional.of("signon.refused." + why)
                .flatMap(key -> Texts.find(CurrentCaller.get().language(), key)).map(text -> text.replace("{0}", "?")).orElse(null);
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}

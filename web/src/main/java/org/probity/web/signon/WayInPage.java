package org.probity.web.signon;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.probity.kernel.Refusal;
import org.probity.powers.BoardOffice;
import org.probity.signon.Providers;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;

/** How members get in at a board; the operator's way out where its provider is gone and passwords are ruled out. */
@Named
@ViewScoped
public class WayInPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BoardOffice office;

    @Inject
    private Providers providers;

    @Inject
    private PageActions pageActions;

    private String slug;
    private boolean offered;
    private boolean passphrases;

    /** @throws Refusal FORBIDDEN for everybody but the operator, NOT_FOUND where there is no such board */
    public void load() {
        if (office.all().stream().noneMatch(board -> board.slug().equals(slug))) {
            throw Refusal.notFound();
        }
        Optional<Providers.Offer> offer = CurrentBoard.call(slug, providers::offer);
        offered = offer.isPresent();
        passphrases = offer.map(Providers.Offer::passphrasesAllowed).orElse(true);
    }

    public void allowPassphrases() {
        pageActions.run(() -> CurrentBoard.run(slug, providers::allowPassphrases), "/operator/boards/" + slug + "/sign-in", "operator.wayIn.done");
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public boolean isOffered() {
        return offered;
    }

    public boolean isPassphrases() {
        return passphrases;
    }
}

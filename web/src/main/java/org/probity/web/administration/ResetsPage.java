package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.powers.FactorResets;
import org.probity.web.faces.PageActions;

/** Second factors of members that are to be set aside. */
@Named
@ViewScoped
public class ResetsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private FactorResets resets;

    @Inject
    private PageActions pageActions;

    public List<FactorResets.Line> getLines() {
        return resets.atBoard();
    }

    public void confirm(Long id, String name) {
        pageActions.run(() -> resets.confirm(id), "members", "administration.change.factorReset", name);
    }

    public void stop(Long id, String name) {
        pageActions.run(() -> resets.stop(id), "members", "administration.powers.stopped", name);
    }
}

package org.probity.web.removal;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.probity.removal.RemovalExtensions;
import org.probity.removal.RemovalRound;
import org.probity.removal.RemovalView;
import org.probity.removal.Removals;
import org.probity.web.faces.PageActions;

/** Taking time back that was given to answer a removal request, on its page. */
@Named
@ViewScoped
public class TakingBackForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RemovalExtensions extensions;

    @Inject
    private Removals removals;

    @Inject
    private PageActions pageActions;

    private LocalDate newDeadline;
    private String reasons;

    /** Whether the subject of a request that is out has time now that was given. */
    static boolean isOffered(RemovalView.Desk sent) {
        return sent.rounds().get(sent.rounds().size() - 1).why() == RemovalRound.Why.TIME_GIVEN;
    }

    /** @param version the one that was shown */
    public void takeBack(RemovalView.Line line, int version) {
        pageActions.run(() -> {
            removals.expect(line.id(), version);
            extensions.takeBack(line.id(), newDeadline, reasons);
        }, "investigations/" + line.reference() + "/removal/" + line.id(), "removal.takeback.done");
    }

    public LocalDate getNewDeadline() {
        return newDeadline;
    }

    public void setNewDeadline(LocalDate newDeadline) {
        this.newDeadline = newDeadline;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}

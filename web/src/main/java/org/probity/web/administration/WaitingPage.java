package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.powers.Invitations;
import org.probity.powers.PowerChanges;
import org.probity.web.faces.PageActions;

/** What waits among the members: invitations for an answer, changes of power for a second administrator. */
@Named
@ViewScoped
public class WaitingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String HERE = "members";

    @Inject
    private Invitations invitations;

    @Inject
    private PowerChanges changes;

    @Inject
    private PageActions pageActions;

    public List<Invitations.InvitationLine> getInvitations() {
        return invitations.waiting();
    }

    public List<PowerChanges.Line> getChanges() {
        return changes.waiting();
    }

    public void sendAgain(Long id, String name) {
        pageActions.run(() -> invitations.sendAgain(id), HERE, "administration.change.invited", name);
    }

    public void withdraw(Long id, String name) {
        pageActions.run(() -> invitations.withdraw(id), HERE, "administration.invitation.withdrawn", name);
    }

    public void confirm(Long id, String name) {
        pageActions.run(() -> changes.confirm(id), HERE, "administration.powers.confirmed", name);
    }

    public void stop(Long id, String name) {
        pageActions.run(() -> changes.stop(id), HERE, "administration.powers.stopped", name);
    }
}

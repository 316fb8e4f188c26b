package org.probity.web.operator;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.probity.kernel.Refusal;
import org.probity.powers.BoardOffice;
import org.probity.tenancy.Boards;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PageActions;

/** Appoints the first administrator of a board, who is invited by mail. */
@Named
@ViewScoped
public class AppointPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BoardOffice office;

    @Inject
    private Boards boards;

    @Inject
    private PageActions pageActions;

    private String slug;
    private String name;
    private String email;

    /** @throws Refusal FORBIDDEN for everybody but the operator, NOT_FOUND where there is no such board */
    public void load() {
        office.all();
        if (boards.find(slug).isEmpty()) {
            throw Refusal.notFound();
        }
    }

    public void appoint() {
        boolean waits = CurrentBoard.call(slug, office::hadMembers);
        pageActions.run(() -> CurrentBoard.run(slug, () -> office.appoint(name, email)), "/operator",
                waits ? "operator.appoint.waits" : "operator.appoint.done", email);
    }

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }
}

package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.probity.access.Role;
import org.probity.member.Administration;
import org.probity.powers.SecondFactorRules;
import org.probity.signon.ProviderFactorRules;
import org.probity.tenancy.Boards;
import org.probity.web.faces.PageActions;

/** For which roles of the board a second factor is needed. */
@Named
@ViewScoped
public class FactorsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Administration administration;

    @Inject
    private ProviderFactorRules rules;

    @Inject
    private Boards boards;

    @Inject
    private PageActions pageActions;

    private Role[] roles = {};

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but an administrator */
    public void load() {
        administration.members();
        roles = SecondFactorRules.roles(boards.board()).toArray(Role[]::new);
    }

    public void ask() {
        boolean waits = rules.asksSecond(Set.of(roles));
        pageActions.run(() -> rules.ask(Set.of(roles)), "members", waits ? "administration.factors.waits" : "administration.factors.done");
    }

    public List<Role> getGiven() {
        return NewMemberPage.GIVEN;
    }

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role[] roles) {
        this.roles = roles.clone();
    }
}

package org.probity.web.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.probity.access.Role;
import org.probity.kernel.Refusal;
import org.probity.member.Administration;
import org.probity.powers.FactorResets;
import org.probity.powers.PowerChange;
import org.probity.powers.PowerChanges;
import org.probity.web.faces.PageActions;

/** One member: other roles, the second factor set aside, the end of the membership. */
@Named
@ViewScoped
public class ChangeMemberPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Administration administration;

    @Inject
    private PowerChanges changes;

    @Inject
    private FactorResets resets;

    @Inject
    private PageActions pageActions;

    private Long id;
    private Administration.MemberLine member;
    private Role[] roles = {};
    private String reason;
    private String endReason;
    private String factorReason;

    /** @throws Refusal FORBIDDEN for everybody but an administrator, NOT_FOUND where nobody here has that id */
    public void load() {
        member = administration.members().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow(Refusal::notFound);
        roles = member.roles().toArray(Role[]::new);
    }

    public void change() {
        boolean waits = PowerChange.touches(member.roles(), Set.of(roles));
        pageActions.run(() -> changes.changeRoles(id, Set.of(roles), reason), "members",
                waits ? "administration.change.proposed" : "administration.change.done", member.name());
    }

    public void end() {
        boolean waits = PowerChange.touches(member.roles(), Set.of());
        pageActions.run(() -> named("endReason", () -> changes.end(id, endReason)), "members",
                waits ? "administration.change.proposed" : "administration.change.ended", member.name());
    }

    public void resetFactor() {
        pageActions.run(() -> named("factorReason", () -> resets.ask(id, factorReason)), "members",
                "administration.change.factorAsked", member.name());
    }

    /** Three forms of this page ask for a reason; each problem stands at its own. */
    private static void named(String field, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            Refusal refusal = Refusal.in(e);
            if (refusal == null || refusal.kind() != Refusal.Kind.INVALID) {
                throw e;
            }
            throw new Refusal(refusal.kind(), refusal.problems().stream().map(p -> new Refusal.Problem(field, p.key(), p.args())).toList());
        }
    }

    public List<Role> getGiven() {
        return NewMemberPage.GIVEN;
    }

    public Administration.MemberLine getMember() {
        return member;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Role[] getRoles() {
        return roles.clone();
    }

    public void setRoles(Role[] roles) {
        this.roles = roles.clone();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getEndReason() {
        return endReason;
    }

    public void setEndReason(String endReason) {
        this.endReason = endReason;
    }

    public String getFactorReason() {
        return factorReason;
    }

    public void setFactorReason(String factorReason) {
        this.factorReason = factorReason;
    }
}

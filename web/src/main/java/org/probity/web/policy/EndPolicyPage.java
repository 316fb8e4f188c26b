package org.probity.web.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.probity.member.Administration;
import org.probity.policy.PolicyDesk;
import org.probity.web.faces.PageActions;

/** Ends a policy that no other follows. */
@Named
@ViewScoped
public class EndPolicyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PolicyDesk desk;

    @Inject
    private Administration administration;

    @Inject
    private PageActions pageActions;

    private Long policyId;
    private LocalDate until;

    public void load() {
        administration.members();
    }

    public void end() {
        pageActions.run(() -> desk.end(policyId, until), "policy", "policy.end.done");
    }

    public Long getPolicyId() {
        return policyId;
    }

    public void setPolicyId(Long policyId) {
        this.policyId = policyId;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}

package org.probity.web.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.probity.member.Administration;
import org.probity.policy.PolicyDesk;
import org.probity.web.faces.Acts;

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
    private Acts acts;

    private Long policyId;
    private LocalDate until;

    public void load() {
        administration.members();
    }

    public void end() {
        acts.run(() -> desk.end(policyId, until), "policy", "policy.end.done");
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

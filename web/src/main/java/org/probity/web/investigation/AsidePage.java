package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.identity.Act;
import org.probity.identity.CurrentCaller;
import org.probity.investigation.Recusals;

/** Steps aside from a case; a lead lets those back who did. */
@Named
@ViewScoped
public class AsidePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Recusals recusals;

    private String reasons;
    private Long accountId;
    private String why;

    public void load() {
        open(Act.STEP_ASIDE);
    }

    public void stepAside() {
        act(() -> recusals.stepAside(getReference(), reasons), OUT, "investigation.aside.done");
    }

    public void letBack() {
        act(() -> recusals.letBack(getReference(), accountId, why), "people", "investigation.aside.returned");
    }

    /** For a lead; empty for others. */
    public List<Recusals.Aside> getAside() {
        return Act.LET_BACK.allows(CurrentCaller.get()) ? recusals.aside(getReference()) : List.of();
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }

    public Long getAccountId() {
        return accountId;
    }

    public void setAccountId(Long accountId) {
        this.accountId = accountId;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}

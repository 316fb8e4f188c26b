package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.exclusion.Recusals;
import org.probity.investigation.ConflictToAnswer;

/** Steps aside from a case; a lead lets those back who did, an officer those who only have a name like one in it. */
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
        act(() -> {
            if (mayLetBack()) {
                recusals.letBack(getReference(), accountId, why);
            } else {
                recusals.clear(getReference(), accountId, why);
            }
        }, "people", mayLetBack() ? "investigation.aside.letBack" : "investigation.aside.returned");
    }

    /** For a lead all; for an officer those whose name is only like one in the case; for who has a conflict to answer none. */
    public List<Recusals.Aside> getAside() {
        try {
            return mayLetBack() ? recusals.aside(getReference()) : recusals.namesakes(getReference());
        } catch (ConflictToAnswer first) {
            return List.of();
        }
    }

    private static boolean mayLetBack() {
        return Act.LET_BACK.allows(CurrentCaller.get());
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

package org.probity.web.investigation;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import org.probity.access.Act;
import org.probity.web.faces.PageActions;
import org.probity.worklist.WorkRow;

/** What every form about a case has: the case, who may use it, whether its step waits now, and the way back to the desk. */
public abstract class CaseForm implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Instead of a tab: to the list of cases, for whoever no longer sees this one. */
    protected static final String OUT = "/";

    @Inject
    private PageCase pageCase;

    @Inject
    private PageActions pageActions;

    private String reference;
    private String late;
    private Instant dueAt;

    /** @throws org.probity.kernel.Refusal NOT_FOUND where the case is out of sight, FORBIDDEN where it is not this reader's act */
    protected void open(Act act) {
        pageCase.require(act);
        pageCase.of(reference);
    }

    /** The same for a step of the process, which may have been done by somebody else meanwhile. */
    protected void open(Act act, String task) {
        open(act);
        WorkRow row = pageCase.waiting(reference, task);
        late = row == null ? pageCase.why(reference, task) : null;
        dueAt = row == null ? null : row.dueAt();
    }

    /** Runs the act and goes back to a tab of the desk. */
    protected void act(Runnable work, String tab, String done) {
        String desk = "investigations/" + reference + (tab == null ? "" : "?tab=" + tab);
        pageActions.run(work, OUT.equals(tab) ? "investigations" : desk, done, reference);
    }

    /** Whether the step can be done now, as far as was known when the page was opened. */
    public boolean isWaiting() {
        return late == null;
    }

    /** Why the step cannot be done, where it does not wait. */
    public String getLate() {
        return late;
    }

    public Instant getDueAt() {
        return dueAt;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}

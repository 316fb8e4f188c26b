package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.probity.exclusion.Recusals;
import org.probity.investigation.Conflicts;
import org.probity.kernel.Checks;
import org.probity.web.faces.PageActions;

/** Asks whether there is a conflict of interest before somebody goes on with a case; shows nothing else of it. */
@Named
@ViewScoped
public class ConflictPage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What can be answered. */
    public enum Answer { NONE, ASIDE }

    @Inject
    private Conflicts conflicts;

    @Inject
    private Recusals recusals;

    @Inject
    private PageActions pageActions;

    private String reference;
    private Answer answer;
    private String reasons;

    /** Goes straight to the case where there is nothing to answer. */
    public void load() {
        if (conflicts.open(reference).isEmpty()) {
            PageActions.go(desk());
        }
    }

    public void save() {
        if (answer == Answer.ASIDE) {
            pageActions.run(() -> recusals.stepAside(reference, reasons), "investigations", "investigation.aside.done", reference);
        } else {
            pageActions.run(() -> {
                new Checks().that(answer != null, "answer", "kernel.refused.choice").done();
                conflicts.declareNone(reference, reasons);
            }, desk(), "investigation.conflict.done");
        }
    }

    private String desk() {
        return "investigations/" + reference;
    }

    public List<Conflicts.Ground> getGrounds() {
        return conflicts.open(reference);
    }

    public Answer[] getAnswers() {
        return Answer.values();
    }

    public Answer getAnswer() {
        return answer;
    }

    public void setAnswer(Answer answer) {
        this.answer = answer;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}

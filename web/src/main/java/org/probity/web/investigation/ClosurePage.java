package org.probity.web.investigation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.probity.access.Act;
import org.probity.casework.CaseView;
import org.probity.closure.Closures;
import org.probity.investigation.Closing;
import org.probity.kernel.Checks;

/** Closes a case with what was learnt. */
@Named
@ViewScoped
public class ClosurePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Closures closures;

    @Inject
    private PageCase pageCase;

    private boolean tellable;
    private String summary;
    private String learning;
    private Boolean tellSubject;
    private LocalDate retirementOn;

    public void load() {
        open(Act.CLOSE, "closeInvestigation");
        CaseView view = pageCase.of(getReference());
        tellable = view.contactAllowed() && view.subjectId() != null;
    }

    public void close() {
        act(() -> {
            new Checks().text("summary", summary, Checks.LONG_TEXT).text("learning", learning, Checks.LONG_TEXT)
                    .that(!tellable || tellSubject != null, "tellSubject", "kernel.refused.required").done();
            closures.close(getReference(), new Closing(summary, learning, tellable && tellSubject, retirementOn));
        }, null, "investigation.closure.done");
    }

    /** Whether the subject may be written to at all. */
    public boolean isTellable() {
        return tellable;
    }

    public String getSummary() {
        return summary;
    }

    public void setSummary(String summary) {
        this.summary = summary;
    }

    public String getLearning() {
        return learning;
    }

    public void setLearning(String learning) {
        this.learning = learning;
    }

    public Boolean getTellSubject() {
        return tellSubject;
    }

    public void setTellSubject(Boolean tellSubject) {
        this.tellSubject = tellSubject;
    }

    public LocalDate getRetirementOn() {
        return retirementOn;
    }

    public void setRetirementOn(LocalDate retirementOn) {
        this.retirementOn = retirementOn;
    }
}

package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.detection.Detections;
import org.probity.detection.SafeguardingAnswer;
import org.probity.kernel.Checks;
import org.probity.web.investigation.CaseForm;

/** The safeguarding gate: four tests, whether the designated officer must be told, whether the subject may be contacted. */
@Named
@ViewScoped
public class SafeguardingPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Detections detections;

    private boolean harmed;
    private boolean possibleOffence;
    private boolean riskToChildren;
    private boolean unsuitable;
    private Boolean mustTell;
    private Boolean mayContactSubject;
    private String reasons;

    public void load() {
        open(Act.INVESTIGATE, "answerSafeguardingGate");
    }

    public void answer() {
        act(() -> {
            new Checks().required("mustTell", mustTell).required("mayContactSubject", mayContactSubject)
                    .required("reasons", reasons).done();
            detections.answerSafeguardingGate(getReference(), new SafeguardingAnswer(harmed, possibleOffence,
                    riskToChildren, unsuitable, mustTell, mayContactSubject, reasons));
        }, null, "detection.safeguarding.done");
    }

    public boolean isHarmed() {
        return harmed;
    }

    public void setHarmed(boolean harmed) {
        this.harmed = harmed;
    }

    public boolean isPossibleOffence() {
        return possibleOffence;
    }

    public void setPossibleOffence(boolean possibleOffence) {
        this.possibleOffence = possibleOffence;
    }

    public boolean isRiskToChildren() {
        return riskToChildren;
    }

    public void setRiskToChildren(boolean riskToChildren) {
        this.riskToChildren = riskToChildren;
    }

    public boolean isUnsuitable() {
        return unsuitable;
    }

    public void setUnsuitable(boolean unsuitable) {
        this.unsuitable = unsuitable;
    }

    public Boolean getMustTell() {
        return mustTell;
    }

    public void setMustTell(Boolean mustTell) {
        this.mustTell = mustTell;
    }

    public Boolean getMayContactSubject() {
        return mayContactSubject;
    }

    public void setMayContactSubject(Boolean mayContactSubject) {
        this.mayContactSubject = mayContactSubject;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}

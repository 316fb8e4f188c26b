package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.detection.Detections;
import org.probity.identity.Act;
import org.probity.kernel.Checks;
import org.probity.web.investigation.CaseForm;

/** Lets the subject be contacted, or forbids it, after the gate: when the designated officer or the police say so. */
@Named
@ViewScoped
public class ContactPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Detections detections;

    private Boolean allowed;
    private String reasons;

    public void load() {
        open(Act.INVESTIGATE);
    }

    public void decide() {
        act(() -> {
            new Checks().required("allowed", allowed).required("reasons", reasons).done();
            detections.contact(getReference(), allowed, reasons);
        }, null, "detection.contact.done");
    }

    public Boolean getAllowed() {
        return allowed;
    }

    public void setAllowed(Boolean allowed) {
        this.allowed = allowed;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}

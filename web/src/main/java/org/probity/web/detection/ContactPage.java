package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.access.Capacity;
import org.probity.access.CurrentCaller;
import org.probity.detection.Detections;
import org.probity.kernel.Checks;
import org.probity.web.investigation.CaseForm;
import org.probity.web.investigation.PageCase;

/** Lets the subject be contacted after the gate, or forbids it at any time: when the designated officer or the police say so. */
@Named
@ViewScoped
public class ContactPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Detections detections;

    @Inject
    private PageCase pageCase;

    private boolean allowing;
    private Boolean allowed;
    private String reasons;

    public void load() {
        open(Act.FORBID_CONTACT);
        Capacity part = pageCase.of(getReference()).actedAs();
        allowing = Act.INVESTIGATE.allows(CurrentCaller.get()) && (part == null || part == Capacity.INVESTIGATED);
    }

    public void decide() {
        act(() -> {
            new Checks().that(!allowing || allowed != null, "allowed", "kernel.refused.required").required("reasons", reasons).done();
            if (allowing && allowed) {
                detections.allowContact(getReference(), reasons);
            } else {
                detections.forbidContact(getReference(), reasons);
            }
        }, null, "detection.contact.done");
    }

    /** Whether the reader may allow it too, and not only forbid it. */
    public boolean isAllowing() {
        return allowing;
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

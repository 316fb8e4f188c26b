package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.probity.access.Act;
import org.probity.detection.Detections;
import org.probity.detection.UrgentAnswer;
import org.probity.kernel.Checks;
import org.probity.web.investigation.CaseForm;

/** The urgent gate: danger now, an indecent image, grooming. */
@Named
@ViewScoped
public class UrgentPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Detections detections;

    private Boolean danger;
    private Boolean indecentImage;
    private Boolean grooming;
    private String reasons;

    public void load() {
        open(Act.INVESTIGATE, "answerUrgentGate");
    }

    public void answer() {
        act(() -> {
            new Checks().required("danger", danger).required("indecentImage", indecentImage).required("grooming", grooming)
                    .required("reasons", reasons).done();
            detections.answerUrgentGate(getReference(), new UrgentAnswer(danger, indecentImage, grooming, reasons));
        }, null, "detection.urgent.done");
    }

    public Boolean getDanger() {
        return danger;
    }

    public void setDanger(Boolean danger) {
        this.danger = danger;
    }

    public Boolean getIndecentImage() {
        return indecentImage;
    }

    public void setIndecentImage(Boolean indecentImage) {
        this.indecentImage = indecentImage;
    }

    public Boolean getGrooming() {
        return grooming;
    }

    public void setGrooming(Boolean grooming) {
        this.grooming = grooming;
    }

    public String getReasons() {
        return reasons;
    }

    public void setReasons(String reasons) {
        this.reasons = reasons;
    }
}

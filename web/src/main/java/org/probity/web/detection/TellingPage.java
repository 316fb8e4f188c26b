package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import org.probity.access.Act;
import org.probity.casework.CaseView;
import org.probity.detection.DesignatedOfficerContact;
import org.probity.detection.Detections;
import org.probity.investigation.Stage;
import org.probity.kernel.Checks;
import org.probity.web.investigation.CaseForm;
import org.probity.web.investigation.PageCase;

/** Records that the designated officer was told, and what they said about contacting the subject. */
@Named
@ViewScoped
public class TellingPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Detections detections;

    @Inject
    private PageCase pageCase;

    private boolean owed;
    private boolean suspected;
    private boolean imageTold;
    private String name;
    private String externalReference;
    private Instant toldAt;
    private Boolean mayContactSubject;
    private String advice;

    public void load() {
        open(Act.INVESTIGATE, "tellDesignatedOfficer");
        CaseView view = pageCase.of(getReference());
        suspected = view.hardStop();
        owed = view.hardStop() && !view.contactAllowed() && view.stage() != Stage.DETECTION && !view.stage().ended();
    }

    /** Whether it is asked for now: by the step, or since an indecent image is suspected. */
    public boolean isDue() {
        return isWaiting() || owed;
    }

    /** Whether the designated officer has to know of an image. */
    public boolean isSuspected() {
        return suspected;
    }

    public void tell() {
        act(() -> {
            new Checks().required("name", name).required("toldAt", toldAt)
                    .required("mayContactSubject", mayContactSubject).required("advice", advice).done();
            detections.tellDesignatedOfficer(getReference(), new DesignatedOfficerContact(name, externalReference, toldAt, mayContactSubject, advice, imageTold));
        }, null, "detection.telling.done");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getExternalReference() {
        return externalReference;
    }

    public void setExternalReference(String externalReference) {
        this.externalReference = externalReference;
    }

    public Instant getToldAt() {
        return toldAt;
    }

    public void setToldAt(Instant toldAt) {
        this.toldAt = toldAt;
    }

    public Boolean getMayContactSubject() {
        return mayContactSubject;
    }

    public void setMayContactSubject(Boolean mayContactSubject) {
        this.mayContactSubject = mayContactSubject;
    }

    public boolean isImageTold() {
        return imageTold;
    }

    public void setImageTold(boolean imageTold) {
        this.imageTold = imageTold;
    }

    public String getAdvice() {
        return advice;
    }

    public void setAdvice(String advice) {
        this.advice = advice;
    }
}

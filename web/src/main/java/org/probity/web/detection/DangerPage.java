package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Act;
import org.probity.detection.DangerReport;
import org.probity.detection.Detections;
import org.probity.web.investigation.CaseForm;

/** Records that a danger was reported outside, and under which reference of theirs. */
@Named
@ViewScoped
public class DangerPage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Detections detections;

    private DangerReport.Route route;
    private String externalReference;
    private String note;

    public void load() {
        open(Act.INVESTIGATE, "reportDanger");
    }

    public void report() {
        act(() -> detections.reportDanger(getReference(), new DangerReport(route, externalReference, note)), null,
                "detection.danger.done");
    }

    public List<DangerReport.Route> getRoutes() {
        return List.of(DangerReport.Route.values());
    }

    public DangerReport.Route getRoute() {
        return route;
    }

    public void setRoute(DangerReport.Route route) {
        this.route = route;
    }

    public String getExternalReference() {
        return externalReference;
    }

    public void setExternalReference(String externalReference) {
        this.externalReference = externalReference;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}

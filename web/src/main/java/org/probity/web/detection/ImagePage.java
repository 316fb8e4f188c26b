package org.probity.web.detection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Act;
import org.probity.detection.DangerReport;
import org.probity.detection.HardStops;
import org.probity.detection.Suspicion;
import org.probity.web.investigation.CaseForm;

/** Says at any time that an indecent image of a child is suspected in a case. */
@Named
@ViewScoped
public class ImagePage extends CaseForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private HardStops stops;

    private String words;
    private DangerReport.Route route;
    private String externalReference;

    public void load() {
        open(Act.SUSPECT_IMAGE);
    }

    public void suspect() {
        act(() -> stops.suspect(getReference(), new Suspicion(words, route, externalReference)), null, "detection.image.done");
    }

    public List<DangerReport.Route> getRoutes() {
        return List.of(DangerReport.Route.values());
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
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
}

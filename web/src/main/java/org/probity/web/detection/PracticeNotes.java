package org.probity.web.detection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.probity.detection.Practice;
import org.probity.detection.PracticeRule;
import org.probity.detection.ReportingRoute;

/** What pages quote of law and practice: where to report a danger, and when the designated officer is told. */
@Named
@RequestScoped
public class PracticeNotes {

    private static final Set<String> URGENT = Set.of("POLICE_999", "CEOP", "IWF");
    private static final Set<String> OUTSIDE = Set.of("POLICE_999", "POLICE", "CEOP", "IWF");

    @Inject
    private Practice practice;

    /** What anybody must see before a form: 999, CEOP and IWF. */
    public List<ReportingRoute> getUrgent() {
        return routes(URGENT);
    }

    /** Where an officer reports a danger. */
    public List<ReportingRoute> getOutside() {
        return routes(OUTSIDE);
    }

    public PracticeRule getTelling() {
        return practice.rule(Practice.TELLING);
    }

    public PracticeRule getTests() {
        return practice.rule(Practice.TESTS);
    }

    private List<ReportingRoute> routes(Set<String> codes) {
        return practice.routes().stream().filter(route -> codes.contains(route.code())).toList();
    }
}

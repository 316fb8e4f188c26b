package org.probity.web.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.casework.DeadEnds;
import org.probity.detection.NobodyLeft;

/** Cases that wait for something nobody is left for, on the page of members. */
@Named
@RequestScoped
public class DeadEndsPage {

    @Inject
    private NobodyLeft cases;

    private List<DeadEnds.DeadEnd> stuck;

    /** @throws org.probity.kernel.Refusal FORBIDDEN for everybody but an administrator */
    public List<DeadEnds.DeadEnd> getCases() {
        if (stuck == null) {
            stuck = cases.list();
        }
        return stuck;
    }
}

package org.probity.web.investigation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.casework.CaseView;
import org.probity.casework.InvestigationQueries;
import org.probity.kernel.Refusal;
import org.probity.web.faces.Texts;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** The case a page is about, read once for each request, so that a form can show it beside itself. */
@Named
@RequestScoped
public class PageCase {

    @Inject
    private InvestigationQueries investigations;

    @Inject
    private WorklistQueries worklist;

    private CaseView view;

    /** @throws Refusal NOT_FOUND where the case is out of sight */
    public CaseView of(String reference) {
        if (view == null) {
            view = investigations.page(reference);
        }
        return view;
    }

    /** The step as it waits now, or null where it does not. */
    public WorkRow waiting(String reference, String task) {
        List<WorkRow> open = worklist.open(reference);
        return open.stream().filter(row -> row.task().equals(task)).findFirst().orElse(null);
    }

    /** Why a step does not wait now, in the reader's language. */
    public String why(String reference, String task) {
        Refusal.Problem problem = worklist.refusal(reference, task).problems().get(0);
        return Texts.of(CurrentCaller.get().language(), problem.key(), problem.args());
    }

    /** @throws Refusal FORBIDDEN where the reader's roles do not allow the act, before a form is filled in for nothing */
    public void require(Act act) {
        if (!act.allows(CurrentCaller.get())) {
            throw Refusal.forbidden("identity.refused.role");
        }
    }
}

package org.probity.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorkFilter.Due;
import org.probity.worklist.WorkFilter.View;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** What waits for a lead's decision and may be theirs to take, in the order of the worklist. */
@Named
@RequestScoped
public class ApprovalsPage {

    @Inject
    private WorklistQueries worklist;

    private int page = 1;
    private Page<WorkRow> rows;

    /** @throws Refusal FORBIDDEN for whoever is no lead */
    public void load() {
        if (!CurrentCaller.get().has(Role.LEAD)) {
            throw Refusal.forbidden("identity.refused.role");
        }
        rows = worklist.page(new WorkFilter(View.DECISIONS, Due.ANY), Math.max(0, page - 1), Page.LARGEST);
    }

    public List<WorkRow> getRows() {
        return rows.items();
    }

    public long getTotal() {
        return rows.total();
    }

    public int getSize() {
        return Page.LARGEST;
    }

    /** Path below the board where it is decided. */
    public String place(WorkRow row) {
        return Places.of(row);
    }

    /** Key of what is to be decided. */
    public String task(WorkRow row) {
        return "process." + row.process() + "." + row.task();
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}

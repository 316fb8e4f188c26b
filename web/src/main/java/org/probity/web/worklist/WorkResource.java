package org.probity.web.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.kernel.Page;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;
import org.probity.worklist.WorkFilter;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** What is to be done. */
@Path("boards/{board}/worklist")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Worklist", description = "What is to be done, by whom and by when.")
public class WorkResource {

    @Inject
    private WorklistQueries worklist;

    @GET
    @LeadsTo(Act.SEE_OWN_WORK)
    @Operation(summary = "Read the worklist", description = "What is urgent first, then by the London day on which it is due, the more "
            + "severe first of a day; what is to be answered from outside the board by its deadline alone. A total of 1000 means 1000 or more.")
    public Page<WorkRow> worklist(
            @QueryParam("view") @Parameter(description = "MINE: mine to do. TEAM: everybody's with one of my roles. WAITING: what an "
                    + "employee or an employer has to do. DECISIONS: what waits for a lead.", schema = @Schema(implementation = WorkFilter.View.class)) String view,
            @QueryParam("due") @Parameter(description = "By when, in London days; WEEK is the seven days from today.",
                    schema = @Schema(implementation = WorkFilter.Due.class)) String due,
            @BeanParam PageParams page) {
        WorkFilter filter = new WorkFilter(PageParams.choice("view", view, WorkFilter.View.class, WorkFilter.View.MINE),
                PageParams.choice("due", due, WorkFilter.Due.class, WorkFilter.Due.ANY));
        return worklist.page(filter, page.page(), page.size());
    }
}

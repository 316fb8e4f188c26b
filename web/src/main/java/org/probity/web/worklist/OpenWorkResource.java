package org.probity.web.worklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.investigation.Investigations;
import org.probity.kernel.Page;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;
import org.probity.worklist.WorkRow;
import org.probity.worklist.WorklistQueries;

/** What waits in one investigation. */
@Path("boards/{board}/investigations/{reference}/work")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Worklist")
public class OpenWorkResource {

    @Inject
    private WorklistQueries worklist;

    @Inject
    private Investigations investigations;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read what waits in an investigation", description = "Whoever it waits for, the earliest deadline first.")
    public Page<WorkRow> open(@PathParam("reference") String reference, @BeanParam PageParams page) {
        investigations.visible(reference);
        return page.of(worklist.open(reference));
    }
}

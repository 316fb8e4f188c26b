package org.probity.web.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.kernel.Page;
import org.probity.removal.NewRemoval;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalView;
import org.probity.removal.Removals;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** The removal requests of one investigation. */
@Path("boards/{board}/investigations/{reference}/removal-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Removal requests", description = "Asking somebody to take content down or to close an account.")
public class CaseRemovalResource {

    @Inject
    private Removals removals;

    @Inject
    private RemovalQueries queries;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "List the removal requests of an investigation", description = "The newest first.")
    public Page<RemovalView.Line> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(queries.of(reference));
    }

    @POST
    @LeadsTo(Act.REQUEST_REMOVAL)
    @Operation(summary = "Ask for removal", description = "Every factor of proportionality is weighed in writing first. The letter, "
            + "the mail and the reminder follow by themselves.")
    @APIResponse(responseCode = "201", description = "Asked.", content = @Content(schema = @Schema(implementation = Answers.Made.class)))
    public Response request(@PathParam("reference") String reference, NewRemoval asked, @Context UriInfo uri) {
        Long id = removals.request(reference, asked);
        return Answers.made(uri, "boards/" + CurrentBoard.slug() + "/removal-requests", id);
    }
}

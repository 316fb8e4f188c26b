package org.probity.web.cooperation;

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
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationView;
import org.probity.cooperation.Cooperations;
import org.probity.cooperation.NewCooperation;
import org.probity.kernel.Page;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** The requests for help of one investigation. */
@Path("boards/{board}/investigations/{reference}/cooperation-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Co-operation requests", description = "Asking somebody to help an investigation. No field ever holds a password.")
public class CaseCooperationResource {

    @Inject
    private Cooperations cooperations;

    @Inject
    private CooperationQueries queries;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "List the requests for help of an investigation", description = "The newest first.")
    public Page<CooperationView.Line> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(queries.of(reference));
    }

    @POST
    @LeadsTo(Act.REQUEST_COOPERATION)
    @Operation(summary = "Ask for help", description = "The least intrusive kind that will do. A statement is on what is "
            + "alleged, which the letter puts to the subject. Access to an account is asked for only once a lead allows it.")
    @APIResponse(responseCode = "201", description = "Asked.", content = @Content(schema = @Schema(implementation = Answers.Made.class)))
    public Response request(@PathParam("reference") String reference, NewCooperation asked, @Context UriInfo uri) {
        Long id = cooperations.request(reference, asked);
        return Answers.made(uri, "boards/" + CurrentBoard.slug() + "/cooperation-requests", id);
    }
}

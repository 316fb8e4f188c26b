package org.probity.web.findings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.probity.findings.FindingQueries;
import org.probity.findings.Findings;
import org.probity.findings.NewFindings;
import org.probity.kernel.Checks;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;

/** What was found, and what somebody who did not investigate says of it. */
@Path("boards/{board}/investigations/{reference}/findings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Findings", description = "One finding for each allegation, recorded by one person and reviewed by another.")
public class FindingResource {

    /** What the reviewer says. */
    public record ReviewForm(Boolean agree, String reasons) {
    }

    @Inject
    private Findings findings;

    @Inject
    private FindingQueries queries;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read the findings", description = "Every round, the newest first, and what may be done next.")
    public FindingQueries.FindingsPage read(@PathParam("reference") String reference) {
        return queries.page(reference);
    }

    @POST
    @LeadsTo(Act.RECORD_FINDINGS)
    @Operation(summary = "Record the findings", description = "One for each allegation, and whether to tell the parent organisation; "
            + "nothing is referred that was not put to the subject, who could answer it.")
    @APIResponse(responseCode = "201", description = "Recorded.", content = @Content(schema = @Schema(implementation = Answers.Made.class)))
    public Response record(@PathParam("reference") String reference, NewFindings form, @Context UriInfo uri) {
        return Answers.made(uri, null, findings.record(reference, form));
    }

    @POST
    @LeadsTo(Act.REVIEW_FINDINGS)
    @Path("review")
    @Operation(summary = "Review the findings", description = "Agrees to them, or gives them back. Not for whoever investigated.")
    @APIResponse(responseCode = "204", description = "Reviewed.")
    public Response review(@PathParam("reference") String reference, ReviewForm review) {
        new Checks().required("agree", review.agree()).text("reasons", review.reasons(), Checks.LONG_TEXT).done();
        findings.review(reference, review.agree(), review.reasons());
        return Answers.done();
    }
}

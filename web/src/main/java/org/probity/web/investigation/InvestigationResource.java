package org.probity.web.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.casework.CaseHistory;
import org.probity.casework.CaseView;
import org.probity.casework.InvestigationQueries;
import org.probity.casework.Pauses;
import org.probity.closure.Closures;
import org.probity.investigation.CaseLine;
import org.probity.investigation.Closing;
import org.probity.investigation.Stage;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Investigations: found, read, paused, withdrawn, closed and opened again. */
@Path("boards/{board}/investigations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Investigations", description = "Cases, from the concern to their end.")
public class InvestigationResource {

    /** Why something is done. */
    public record Reasons(String reasons) {
    }

    @Inject
    private InvestigationQueries queries;

    @Inject
    private Closures closures;

    @Inject
    private Pauses pauses;

    @Inject
    private CaseHistory history;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Find investigations", description = "The newest first. Those the caller is named in are not among them.")
    public Page<CaseLine> search(
            @QueryParam("q") @Parameter(description = "Words, each of which begins one in the reference, the title, what was reported "
                    + "or the subject's name; accents and capitals make no difference. No more than the newest 200 are found.") String q,
            @QueryParam("stage") @Parameter(description = "Only those at this stage.",
                    schema = @Schema(implementation = Stage.class)) String stage,
            @BeanParam PageParams page) {
        return queries.search(q, PageParams.choice("stage", stage, Stage.class, null), page.page(), page.size());
    }

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Path("{reference}")
    @Operation(summary = "Read an investigation", description = "Its entity tag is its version, to be sent back as If-Match. "
            + "Investigator, reviewer and approver are three people: left.now says who is left for what, and left.after, for each capacity in which "
            + "the caller may act, what that would rule them out from (rulesOut), who would be left for it, and what nobody would be left for.")
    @APIResponse(responseCode = "200", description = "The investigation.",
            content = @Content(schema = @Schema(implementation = CaseView.class)))
    public Response read(@PathParam("reference") String reference) {
        CaseView view = queries.page(reference);
        return Answers.versioned(view, view.version());
    }

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Path("{reference}/closures")
    @Operation(summary = "Read how it was closed", description = "Its outcome and what was learnt, each time; the newest first.")
    public Page<CaseHistory.ClosureLine> closures(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(history.closures(reference));
    }

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Path("{reference}/stages")
    @Operation(summary = "Read why it moved", description = "From stage to stage, where somebody gave reasons; the newest first.")
    public Page<CaseHistory.StageLine> stages(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(history.stages(reference));
    }

    @POST
    @LeadsTo(Act.WITHDRAW)
    @Path("{reference}/withdrawal")
    @Operation(summary = "Withdraw", description = "Ends the case at any point; everything that still waits goes away.")
    @APIResponse(responseCode = "204", description = "Withdrawn.")
    public Response withdraw(@PathParam("reference") String reference, Reasons why) {
        closures.withdraw(reference, why.reasons());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.REOPEN)
    @Path("{reference}/reopening")
    @Operation(summary = "Reopen", description = "Opens an ended case again, at its findings; where detection was not "
            + "finished, or did not decide to investigate, at its detection. For a lead.")
    @APIResponse(responseCode = "204", description = "Open again.")
    public Response reopen(@PathParam("reference") String reference, Reasons why) {
        closures.reopen(reference, why.reasons());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.PAUSE)
    @Path("{reference}/pause")
    @Operation(summary = "Pause", description = "Stops every clock of the case, as when the police ask for it, but for the time to tell the designated officer.")
    @APIResponse(responseCode = "204", description = "Paused.")
    public Response pause(@PathParam("reference") String reference, Reasons why) {
        pauses.pause(reference, why.reasons());
        return Answers.done();
    }

    @DELETE
    @LeadsTo(Act.PAUSE)
    @Path("{reference}/pause")
    @Operation(summary = "Resume", description = "Lets the clocks run again; every deadline moves by the time they stood still.")
    @APIResponse(responseCode = "204", description = "Running again.")
    public Response resume(@PathParam("reference") String reference) {
        pauses.resume(reference);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.CLOSE)
    @Path("{reference}/closure")
    @Operation(summary = "Close", description = "Ends the case with its outcome and what was learnt, and sets how long it is kept.")
    @APIResponse(responseCode = "204", description = "Closed.")
    public Response close(@PathParam("reference") String reference, Closing closing) {
        closures.close(reference, closing);
        return Answers.done();
    }
}

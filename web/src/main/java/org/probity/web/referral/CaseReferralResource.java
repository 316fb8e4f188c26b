package org.probity.web.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.disclosure.Pack;
import org.probity.disclosure.Packs;
import org.probity.kernel.Checks;
import org.probity.kernel.Refusal;
import org.probity.referral.ReferralQueries;
import org.probity.referral.ReferralView;
import org.probity.referral.Referrals;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;

/** The referral of one investigation, as the board composes and approves it. */
@Path("boards/{board}/investigations/{reference}/referral")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Referrals", description = "Telling the parent organisation, and what it answers. The board never imposes a sanction.")
public class CaseReferralResource {

    /**
     * What the lead says to a pack.
     *
     * @param referralId the referral that was read; refused where another one waits by now
     * @param round the round whose pack was read; refused where it was composed anew by now
     */
    public record Approval(Boolean approved, String reasons, Long referralId, Integer round) {
    }

    @Inject
    private Referrals referrals;

    @Inject
    private ReferralQueries queries;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read the referral of an investigation", description = "With its pack line by line, and what passed since. "
            + "Of several the one that runs, else one whose duties wait, else the last. Not found where nothing is referred.")
    public ReferralView.Desk read(@PathParam("reference") String reference,
            @QueryParam("id") @Parameter(description = "Another referral of the case, such as one whose duties wait.") Long id) {
        return id == null ? queries.desk(reference).orElseThrow(Refusal::notFound) : queries.desk(reference, id);
    }

    @GET
    @LeadsTo(Act.COMPOSE_REFERRAL)
    @Path("sources")
    @Operation(summary = "Read what can go into the pack", description = "Every source once, and how the last pack was composed. "
            + "Pictures are printed without what they say of themselves; every other file that goes in whole goes along as it is, "
            + "with who made it and when, and perhaps where.")
    public Packs.Composing sources(@PathParam("reference") String reference) {
        return queries.composing(reference);
    }

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Path("preview")
    @Produces("application/pdf")
    @Operation(summary = "Read the pack before it is sent", description = "As PDF, for whoever is to approve it.")
    @APIResponse(responseCode = "200", description = "The pack.")
    public Response preview(@PathParam("reference") String reference) {
        return Answers.file(reference + ".pdf", "application/pdf", queries.preview(reference));
    }

    @POST
    @LeadsTo(Act.COMPOSE_REFERRAL)
    @Operation(summary = "Compose the pack", description = "Every source once: in, or out with a reason; redacted, with a note and what is left of "
            + "its own words. "
            + "Or those that are chosen, with one reason for all the others. "
            + "What stays out, and a file or evidence that is redacted, is called only by kind and number where no other title is given.")
    @APIResponse(responseCode = "204", description = "Composed; a lead looks at it next.")
    public Response compose(@PathParam("reference") String reference, Pack pack) {
        referrals.compose(reference, pack);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.APPROVE_REFERRAL)
    @Path("approval")
    @Operation(summary = "Approve the pack, or give it back", description = "By a lead who neither investigated nor composed it. "
            + "An approved pack is sent by itself. Of the referral and the round that were read: whatever was composed since is read first.")
    @APIResponse(responseCode = "204", description = "Decided.")
    public Response approve(@PathParam("reference") String reference, Approval approval) {
        new Checks().required("approved", approval.approved()).text("reasons", approval.reasons(), Checks.LONG_TEXT)
                .required("referralId", approval.referralId()).required("round", approval.round()).done();
        referrals.approve(reference, approval.referralId(), approval.round(), approval.approved(), approval.reasons());
        return Answers.done();
    }
}

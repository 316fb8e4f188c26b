package org.probity.web.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.kernel.Page;
import org.probity.outcome.Duties;
import org.probity.outcome.ReferralOutcome;
import org.probity.referral.Answer;
import org.probity.referral.Redirect;
import org.probity.referral.ReferralAnswers;
import org.probity.referral.ReferralInbox;
import org.probity.referral.ReferralView;
import org.probity.referral.Referrals;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;
import org.probity.web.api.Preconditions;

/** Referrals: the employer's side of them, and what the board answers. */
@Path("boards/{board}/referrals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Referrals")
public class ReferralResource {

    /** What the employer says when it has looked at a referral. */
    public record Acknowledgement(Answer answer, String words) {
    }

    /** Something told in words. */
    public record Words(String words) {
    }

    /** What follows when an organisation declined. */
    public record Redirection(Redirect redirect, Long organisationId, String reasons) {
    }

    @Inject
    private ReferralInbox inbox;

    @Inject
    private ReferralAnswers answers;

    @Inject
    private Referrals referrals;

    @Inject
    private Preconditions preconditions;

    @GET
    @LeadsTo(Act.ANSWER_REFERRAL)
    @Operation(summary = "List the referrals to my organisation", description = "The newest first.")
    public Page<ReferralView.InboxRow> list(@BeanParam PageParams page) {
        return inbox.list(page.page(), page.size());
    }

    @GET
    @LeadsTo(Act.ANSWER_REFERRAL)
    @Path("{id}")
    @Operation(summary = "Read a referral to my organisation", description = "Its entity tag is its version, to be sent back as If-Match.")
    @APIResponse(responseCode = "200", description = "The referral.",
            content = @Content(schema = @Schema(implementation = ReferralView.Received.class)))
    public Response read(@PathParam("id") Long id) {
        ReferralView.Received received = inbox.open(id);
        return Answers.versioned(received, received.version());
    }

    @GET
    @LeadsTo(Act.SEE_REFERRALS)
    @Path("{id}/pack")
    @Produces("application/pdf")
    @Operation(summary = "Download the pack", description = "As PDF. Who took it is kept.")
    @APIResponse(responseCode = "200", description = "The pack.")
    public Response pack(@PathParam("id") Long id) {
        return Answers.file(inbox.pack(id));
    }

    @POST
    @LeadsTo(Act.ANSWER_REFERRAL)
    @Path("{id}/acknowledgement")
    @Operation(summary = "Acknowledge, ask or decline", description = "By the HR partner of the organisation it was sent to.")
    @APIResponse(responseCode = "204", description = "Told.")
    public Response acknowledge(@PathParam("id") Long id, Acknowledgement acknowledgement) {
        expect(id);
        answers.acknowledge(id, acknowledgement.answer(), acknowledgement.words());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.COMPOSE_REFERRAL)
    @Path("{id}/answer")
    @Operation(summary = "Answer the employer's question", description = "By an officer; the acknowledgement is waited for again.")
    @APIResponse(responseCode = "204", description = "Answered.")
    public Response answer(@PathParam("id") Long id, Words words) {
        expect(id);
        referrals.answerQuestion(id, words.words());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.COMPOSE_REFERRAL)
    @Path("{id}/redirection")
    @Operation(summary = "Send it elsewhere, or stop", description = "By an officer, where an organisation said that the person is not theirs.")
    @APIResponse(responseCode = "204", description = "Decided.")
    public Response redirect(@PathParam("id") Long id, Redirection redirection) {
        expect(id);
        referrals.redirect(id, redirection.redirect(), redirection.organisationId(), redirection.reasons());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.ANSWER_REFERRAL)
    @Path("{id}/progress")
    @Operation(summary = "Tell of progress", description = "By the HR partner, any number of times before the outcome.")
    @APIResponse(responseCode = "204", description = "Told.")
    public Response progress(@PathParam("id") Long id, Words words) {
        expect(id);
        answers.progress(id, words.words());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.ANSWER_REFERRAL)
    @Path("{id}/outcome")
    @Operation(summary = "Tell the outcome",
            description = "The employer's own decision; later also that an appeal was lodged and what became of it, even after the case has ended.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response outcome(@PathParam("id") Long id, ReferralOutcome outcome) {
        expect(id);
        answers.outcome(id, outcome);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.CHECK_DUTIES)
    @Path("{id}/duties")
    @Operation(summary = "Record the check of duties",
            description = "Whether the barring service and the regulators were told, by whom and when, or why not. "
                    + "Asked anew after a later outcome from which other duties follow, even after the case has ended.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response checkDuties(@PathParam("id") Long id, Duties duties) {
        expect(id);
        referrals.checkDuties(id, duties);
        return Answers.done();
    }

    private void expect(Long id) {
        preconditions.expect(version -> inbox.expect(id, version));
    }
}

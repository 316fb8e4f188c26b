package org.probity.web.investigation;

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
import org.probity.access.CurrentCaller;
import org.probity.access.Limit;
import org.probity.concern.Concerns;
import org.probity.concern.Receipt;
import org.probity.concern.ReporterQuestions;
import org.probity.investigation.NewConcern;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.Open;
import org.probity.web.http.RateLimiter;

/** Reporting a concern, and coming back to it with the receipt code. Nobody needs a token for either. */
@Path("boards/{board}/concerns")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Concerns", description = "Reports that come in, from anybody.")
public class ConcernResource {

    /** What a reporter takes away. */
    public record Reported(String receipt, String reference) {
    }

    /** What a reporter adds. */
    public record Addition(String words) {
    }

    /** What a reporter answers. */
    public record QuestionAnswer(Long questionId, String words) {
    }

    @Inject
    private Concerns concerns;

    @Inject
    private ReporterQuestions questions;

    @Inject
    private RateLimiter rateLimiter;

    @POST
    @LeadsTo(Act.REPORT_CONCERN)
    @Open
    @Operation(summary = "Report a concern", description = "Opens an investigation at once. Needs no token; whoever gives no "
            + "name stays anonymous. The receipt code is shown this once.")
    @APIResponse(responseCode = "201", description = "Reported.",
            content = @Content(schema = @Schema(implementation = Reported.class)))
    public Response report(NewConcern given, @Context UriInfo uri) {
        NewConcern concern = given.language() == null ? inLanguage(given) : given;
        concerns.check(concern);
        rateLimiter.visitor(Limit.CONCERN_ADDRESS);
        Receipt receipt = concerns.report(concern);
        return Response.created(uri.getAbsolutePathBuilder().path("receipts").path(receipt.code()).build())
                .entity(new Reported(receipt.code(), receipt.reference())).build();
    }

    @GET
    @LeadsTo(Act.FOLLOW_CONCERN)
    @Open
    @Path("receipts/{code}")
    @Operation(summary = "Follow a concern", description = "Says how far it has come, in one of three words, and what the board asks.")
    public Concerns.Followed follow(@PathParam("code") String code) {
        return rateLimiter.guess(Limit.RECEIPT_ADDRESS, () -> concerns.follow(code));
    }

    @POST
    @LeadsTo(Act.FOLLOW_CONCERN)
    @Open
    @Path("receipts/{code}/additions")
    @Operation(summary = "Add to a concern", description = "The reporter adds something they know. Counts "
            + "as a concern does. Refused once the case has ended, and after 20 additions.")
    @APIResponse(responseCode = "204", description = "Added.")
    public Response add(@PathParam("code") String code, Addition addition) {
        rateLimiter.guess(Limit.RECEIPT_ADDRESS, () -> concerns.follow(code));
        rateLimiter.visitor(Limit.CONCERN_ADDRESS);
        concerns.add(code, addition.words());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.FOLLOW_CONCERN)
    @Open
    @Path("receipts/{code}/answers")
    @Operation(summary = "Answer a question", description = "The reporter answers what the board asks. Counts as a concern does, and not "
            + "as an addition. Refused once the question has been answered or withdrawn, or the case has ended.")
    @APIResponse(responseCode = "204", description = "Answered.")
    public Response answer(@PathParam("code") String code, QuestionAnswer answer) {
        rateLimiter.guess(Limit.RECEIPT_ADDRESS, () -> concerns.follow(code));
        rateLimiter.visitor(Limit.CONCERN_ADDRESS);
        questions.answer(code, answer.questionId(), answer.words());
        return Answers.done();
    }

    private static NewConcern inLanguage(NewConcern c) {
        return new NewConcern(c.what(), c.platform(), c.address(), c.postedOn(), c.howNoticed(), c.subjectName(),
                c.subjectOrganisation(), c.reporterName(), c.reporterContact(), c.immediateDanger(), c.indecentImage(),
                c.grooming(), CurrentCaller.get().language());
    }
}

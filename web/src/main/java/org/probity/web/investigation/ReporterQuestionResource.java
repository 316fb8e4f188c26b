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
import org.probity.concern.ReporterQuestions;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** What the reporter of an investigation is asked. */
@Path("boards/{board}/investigations/{reference}/reporter-questions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Investigations")
public class ReporterQuestionResource {

    /** What is asked. */
    public record NewQuestion(String words) {
    }

    @Inject
    private ReporterQuestions questions;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read the questions to the reporter", description = "The newest first. What was answered stands among the notes.")
    public Page<ReporterQuestions.QuestionLine> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return questions.list(reference, page.page(), page.size());
    }

    @POST
    @LeadsTo(Act.ASK_REPORTER)
    @Operation(summary = "Ask the reporter", description = "Nothing is sent: they find the question when they come back with their receipt "
            + "code, and not who asked. At most 10 of a case wait for an answer.")
    @APIResponse(responseCode = "201", description = "Asked.", content = @Content(schema = @Schema(implementation = Answers.Made.class)))
    public Response ask(@PathParam("reference") String reference, NewQuestion question, @Context UriInfo uri) {
        return Answers.made(uri, null, questions.ask(reference, question.words()));
    }

    @DELETE
    @LeadsTo(Act.ASK_REPORTER)
    @Path("{id}")
    @Operation(summary = "Withdraw a question to the reporter", description = "They do not find it any more. Refused once it has been answered.")
    @APIResponse(responseCode = "204", description = "Withdrawn.")
    public Response withdraw(@PathParam("reference") String reference, @PathParam("id") Long id) {
        questions.withdraw(reference, id);
        return Answers.done();
    }
}

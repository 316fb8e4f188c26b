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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.cooperation.AccessEnd;
import org.probity.cooperation.CooperationDecision;
import org.probity.cooperation.CooperationMinutes;
import org.probity.cooperation.CooperationQueries;
import org.probity.cooperation.CooperationReply;
import org.probity.cooperation.CooperationView;
import org.probity.cooperation.Cooperations;
import org.probity.cooperation.MeetingRecord;
import org.probity.cooperation.MinutesReply;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.web.api.Answers;
import org.probity.web.api.Form;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;
import org.probity.web.api.Preconditions;

/** One request for help: allowed, answered, carried out and decided. */
@Path("boards/{board}/cooperation-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Co-operation requests")
public class CooperationResource {

    /** Whether access to an account may be asked for. */
    public record Authorisation(Boolean authorised, String reasons) {
    }

    /** A decision; which choices there are depends on what waits. */
    public record DecisionForm(String result, String reasons, LocalDate newDeadline, Instant newMeetingAt) {
    }

    @Inject
    private Cooperations cooperations;

    @Inject
    private CooperationMinutes minutes;

    @Inject
    private CooperationQueries queries;

    @Inject
    private Preconditions preconditions;

    @GET
    @LeadsTo(Act.SEE_OWN_REQUESTS)
    @Operation(summary = "List my requests for help", description = "What the caller has been asked, the newest first.")
    public Page<CooperationView.Line> mine(@BeanParam PageParams page) {
        return page.of(queries.mine());
    }

    @GET
    @LeadsTo(Act.SEE_REQUESTS)
    @Path("{id}")
    @Operation(summary = "Read a request for help", description = "With everything about it for those who work on the case; for the "
            + "person who was asked, what they were sent and what they answered.")
    @APIResponse(responseCode = "200", description = "The request.",
            content = @Content(schema = @Schema(oneOf = {CooperationView.Whole.class, CooperationView.Mine.class})))
    public Response read(@PathParam("id") Long id) {
        if (isMine(id)) {
            CooperationView.Mine mine = queries.mine(id);
            return Answers.versioned(mine, mine.line().version());
        }
        CooperationView.Whole whole = queries.desk(id);
        return Answers.versioned(whole, whole.line().version());
    }

    /** An officer may be asked like anybody else. */
    private boolean isMine(Long id) {
        Caller caller = CurrentCaller.get();
        return Act.SEE_OWN_REQUESTS.allows(caller) && (!Act.SEE_INVESTIGATION.allows(caller)
                || queries.mine().stream().anyMatch(line -> line.id().equals(id)));
    }

    @GET
    @LeadsTo(Act.SEE_REQUESTS)
    @Path("{id}/documents/{document}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download a document of a request for help", description = "Its letters, and files that came with replies.")
    @APIResponse(responseCode = "200", description = "The file.")
    public Response document(@PathParam("id") Long id, @PathParam("document") Long document) {
        return Answers.file(queries.document(id, document));
    }

    @POST
    @LeadsTo(Act.AUTHORISE_ACCESS)
    @Path("{id}/authorisation")
    @Operation(summary = "Allow access to be asked for, or not", description = "By a lead who did not investigate.")
    @APIResponse(responseCode = "204", description = "Decided.")
    public Response authorise(@PathParam("id") Long id, Authorisation authorisation) {
        expect(id);
        new Checks().required("authorised", authorisation.authorised())
                .text("reasons", authorisation.reasons(), Checks.LONG_TEXT).done();
        cooperations.authorise(id, authorisation.authorised(), authorisation.reasons());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.REPLY)
    @Path("{id}/reply")
    @Operation(summary = "Answer a request for help", description = "Agreed, answered, declined, or another date wished. As "
            + "multipart/form-data with the same fields it takes files as well. Declining is recorded neutrally. "
            + "Of an answer that somebody else records the person asked is told; until it is decided, and at least until the deadline, "
            + "they may answer themself, which is kept beside it and counts.")
    @APIResponse(responseCode = "204", description = "Answered.")
    public Response reply(@PathParam("id") Long id, CooperationReply reply) {
        return reply(id, reply, Form.none());
    }

    @POST
    @LeadsTo(Act.REPLY)
    @Path("{id}/reply")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response replyWithFiles(@PathParam("id") Long id, List<EntityPart> parts) {
        Form form = Form.of(parts);
        return reply(id, form.as(CooperationReply.class), form);
    }

    private Response reply(Long id, CooperationReply reply, Form form) {
        expect(id);
        cooperations.reply(id, reply, form.files());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.REQUEST_COOPERATION)
    @Path("{id}/meeting")
    @Operation(summary = "Record a meeting", description = "Or a supervised look, which the person does at their own keyboard. Not "
            + "before the time that was agreed, nor before the letter that named it: one that is moved is asked for anew. The person is told, "
            + "reads what was written down, and may say that it was not so; they are heard by it only after that.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response meet(@PathParam("id") Long id, MeetingRecord meeting) {
        expect(id);
        cooperations.holdMeeting(id, meeting);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.SAY_OF_MINUTES)
    @Path("{id}/minutes")
    @Operation(summary = "Say whether the minutes are right", description = "By the person who was asked, once, until the time they were given. "
            + "What they say is kept beside the minutes, and they are heard by it.")
    @APIResponse(responseCode = "204", description = "Said.")
    public Response say(@PathParam("id") Long id, MinutesReply reply) {
        expect(id);
        minutes.say(id, reply);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.REQUEST_COOPERATION)
    @Path("{id}/meeting/reply")
    @Operation(summary = "Record what the person says of the minutes", description = "By an officer, of minutes that go by post: that they are "
            + "right, once these are with them, or that they are not, after that too. Each is kept by itself beside the minutes; what the person says "
            + "themself counts instead.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response recordReply(@PathParam("id") Long id, MinutesReply reply) {
        expect(id);
        minutes.record(id, reply);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.REQUEST_COOPERATION)
    @Path("{id}/access-end")
    @Operation(summary = "Record the end of access", description = "And that the password was changed afterwards. Nothing else of it is kept.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response endAccess(@PathParam("id") Long id, AccessEnd end) {
        expect(id);
        cooperations.endAccess(id, end);
        return Answers.done();
    }

    @POST
    @LeadsTo({Act.DECIDE_ON_SILENCE, Act.REQUEST_COOPERATION})
    @Path("{id}/decision")
    @Operation(summary = "Decide", description = "What waits is decided. An answer: ENOUGH or ASK_AGAIN. Silence past the deadline: "
            + "PROCEED or ASK_AGAIN. A meeting that was agreed and is moved: ASK_AGAIN, with the new time.")
    @APIResponse(responseCode = "204", description = "Decided.")
    public Response decide(@PathParam("id") Long id, DecisionForm form) {
        expect(id);
        switch (queries.desk(id).line().status()) {
            case REPLIED, AGREED -> cooperations.considerReply(id, choice(form, CooperationDecision.Consideration.class), form.reasons(),
                    form.newDeadline(), form.newMeetingAt());
            case OVERDUE -> cooperations.decideOnSilence(id, choice(form, CooperationDecision.Silence.class), form.reasons(),
                    form.newDeadline(), form.newMeetingAt());
            default -> throw Refusal.state("cooperation.refused.notNow");
        }
        return Answers.done();
    }

    private static <E extends Enum<E>> E choice(DecisionForm form, Class<E> type) {
        return PageParams.choice("result", form.result(), type, null);
    }

    private void expect(Long id) {
        preconditions.expect(version -> cooperations.expect(id, version));
    }
}

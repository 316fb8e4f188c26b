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
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.removal.Following;
import org.probity.removal.ItemCheck;
import org.probity.removal.RemovalDecision;
import org.probity.removal.RemovalExtensions;
import org.probity.removal.RemovalQueries;
import org.probity.removal.RemovalReply;
import org.probity.removal.RemovalView;
import org.probity.removal.Removals;
import org.probity.removal.SiteReport;
import org.probity.web.api.Answers;
import org.probity.web.api.Form;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;
import org.probity.web.api.Preconditions;

/** One removal request: read, answered, checked and decided. */
@Path("boards/{board}/removal-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Removal requests")
public class RemovalResource {

    /** What was seen at each address, and what follows. */
    public record CheckForm(List<ItemCheck> checks, RemovalDecision.AfterCheck next, LocalDate newDeadline, SiteReport report, String reasons) {
    }

    /** A decision; which choices there are depends on what waits. @param checks only where it is decided whose something is @param report only with PLATFORM */
    public record DecisionForm(String result, String reasons, LocalDate newDeadline, List<ItemCheck> checks, SiteReport report) {
    }

    @Inject
    private Removals removals;

    @Inject
    private RemovalExtensions extensions;

    @Inject
    private RemovalQueries queries;

    @Inject
    private Preconditions preconditions;

    @GET
    @LeadsTo(Act.SEE_OWN_REQUESTS)
    @Operation(summary = "List my removal requests", description = "What the caller has been asked, the newest first.")
    public Page<RemovalView.Line> mine(@BeanParam PageParams page) {
        return page.of(queries.mine());
    }

    @GET
    @LeadsTo(Act.SEE_REQUESTS)
    @Path("{id}")
    @Operation(summary = "Read a removal request", description = "With everything about it for those who work on the case; for the "
            + "person who was asked, nothing about anybody else.")
    @APIResponse(responseCode = "200", description = "The request.",
            content = @Content(schema = @Schema(oneOf = {RemovalView.Desk.class, RemovalView.Mine.class})))
    public Response read(@PathParam("id") Long id) {
        if (isMine(id)) {
            RemovalView.Mine mine = queries.mine(id);
            return Answers.versioned(mine, mine.line().version());
        }
        RemovalView.Desk desk = queries.desk(id);
        return Answers.versioned(desk, desk.line().version());
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
    @Operation(summary = "Download a document of a removal request", description = "Its letters, and files that came with replies.")
    @APIResponse(responseCode = "200", description = "The file.")
    public Response document(@PathParam("id") Long id, @PathParam("document") Long document) {
        return Answers.file(queries.document(id, document));
    }

    @POST
    @LeadsTo(Act.REPLY)
    @Path("{id}/reply")
    @Operation(summary = "Answer a removal request", description = "Removed, partly, disputed, not mine, or more time needed. As "
            + "multipart/form-data with the same fields it takes files as well. A late answer counts until somebody has decided. "
            + "Of an answer that somebody else records the person asked is told; until it is decided, and at least until the deadline, "
            + "they may answer themself, which is kept beside it and counts.")
    @APIResponse(responseCode = "204", description = "Answered.")
    public Response reply(@PathParam("id") Long id, RemovalReply reply) {
        return reply(id, reply, Form.none());
    }

    @POST
    @LeadsTo(Act.REPLY)
    @Path("{id}/reply")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response replyWithFiles(@PathParam("id") Long id, List<EntityPart> parts) {
        Form form = Form.of(parts);
        return reply(id, form.as(RemovalReply.class), form);
    }

    private Response reply(Long id, RemovalReply reply, Form form) {
        expect(id);
        removals.reply(id, reply, form.files());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.CHECK_REMOVAL)
    @Path("{id}/checks")
    @Operation(summary = "Record what was seen", description = "Every item that is still asked for, and what follows from it. "
            + "PLATFORM needs the report that was made to the site, and the items are looked at again; LEAVE ends the request after that.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response check(@PathParam("id") Long id, CheckForm form) {
        expect(id);
        removals.check(id, form.checks(), new Following(form.next(), form.newDeadline(), form.report(), form.reasons()));
        return Answers.done();
    }

    @POST
    @LeadsTo({Act.DECIDE_CHALLENGE, Act.CHECK_REMOVAL, Act.DECIDE_ON_SILENCE})
    @Path("{id}/decision")
    @Operation(summary = "Decide", description = "What waits is decided. Silence past the deadline: FURTHER_ACTION, ASK_AGAIN, "
            + "PLATFORM or NO_ACTION. A challenge: UPHELD or REJECTED, by a lead who did not investigate. That it is not theirs: "
            + "THEIRS or NOT_THEIRS, by such a lead, with what was seen at each address. A wish for more time: GRANTED or REFUSED. "
            + "Time that was given, while it runs: TAKEN_BACK.")
    @APIResponse(responseCode = "204", description = "Decided.")
    public Response decide(@PathParam("id") Long id, DecisionForm form) {
        expect(id);
        switch (queries.desk(id).line().status()) {
            case OVERDUE -> removals.decideOnSilence(id, choice(form, RemovalDecision.Silence.class), form.reasons(), form.newDeadline(),
                    form.report());
            case CHALLENGED -> removals.decideChallenge(id, choice(form, RemovalDecision.Challenge.class), form.reasons(), form.newDeadline());
            case IDENTITY_ASKED -> removals.decideIdentity(id, form.checks(), choice(form, RemovalDecision.Identity.class), form.reasons(),
                    form.newDeadline());
            case TIME_ASKED -> extend(id, form);
            case SENT -> takeBack(id, form);
            default -> throw Refusal.state("removal.refused.notNow");
        }
        return Answers.done();
    }

    private void extend(Long id, DecisionForm form) {
        RemovalDecision.Extension result = choice(form, RemovalDecision.Extension.class);
        if (result == null || result == RemovalDecision.Extension.TAKEN_BACK) {
            throw Refusal.invalid("result", "kernel.refused.required");
        }
        removals.decideExtension(id, result == RemovalDecision.Extension.GRANTED, form.newDeadline(), form.reasons());
    }

    private void takeBack(Long id, DecisionForm form) {
        Refusal.stateWhere(!RemovalDecision.Extension.TAKEN_BACK.name().equals(form.result()), "removal.refused.notNow");
        extensions.takeBack(id, form.newDeadline(), form.reasons());
    }

    private static <E extends Enum<E>> E choice(DecisionForm form, Class<E> type) {
        return PageParams.choice("result", form.result(), type, null);
    }

    private void expect(Long id) {
        preconditions.expect(version -> removals.expect(id, version));
    }
}

package org.probity.web.investigation;

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
import org.probity.concern.Notes;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Notes on an investigation. */
@Path("boards/{board}/investigations/{reference}/notes")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Investigations")
public class NoteResource {

    /** What is noted. */
    public record NewNote(String words) {
    }

    @Inject
    private Notes notes;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read the notes", description = "The newest first, with what the reporter added or answered.")
    public Page<Notes.NoteLine> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return notes.list(reference, page.page(), page.size());
    }

    @POST
    @LeadsTo(Act.NOTE)
    @Operation(summary = "Add a note", description = "Nobody changes or removes one; a wrong one is put right by another.")
    @APIResponse(responseCode = "201", description = "Noted.", content = @Content(schema = @Schema(implementation = Answers.Made.class)))
    public Response add(@PathParam("reference") String reference, NewNote note, @Context UriInfo uri) {
        return Answers.made(uri, null, notes.add(reference, note.words()));
    }
}

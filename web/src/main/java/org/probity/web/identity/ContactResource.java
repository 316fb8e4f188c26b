package org.probity.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.identity.Act;
import org.probity.identity.BoardDetails;
import org.probity.identity.CurrentCaller;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;
import org.probity.web.api.Answers;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.Open;
import org.probity.web.api.Preconditions;

/** How people reach the board. */
@Path("boards/{board}/contact-details")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Directory")
public class ContactResource {

    /** The board and how to reach it. */
    public record BoardContact(String name, String contactEmail, String postalAddress, String telephone) {
    }

    @Inject
    private Boards boards;

    @Inject
    private BoardDetails details;

    @Inject
    private Preconditions preconditions;

    @GET
    @LeadsTo(Act.ENTER)
    @Open
    @Operation(summary = "Read how to reach the board", description = "What its letters say: address, telephone and mail. Needs no token.")
    @APIResponse(responseCode = "200", description = "The board, with an entity tag to be sent back as If-Match.",
            content = @Content(schema = @Schema(implementation = BoardContact.class)))
    public Response read() {
        Board board = boards.board();
        ContactDetails contact = board.contact();
        return Answers.versioned(new BoardContact(board.name(CurrentCaller.get().language()), contact.contactEmail(), contact.postalAddress(),
                contact.telephone()), board.version());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @LeadsTo(Act.CHANGE_POWERS)
    @Operation(summary = "Set how to reach the board", description = "All three at once: what is absent is set no longer. "
            + "It is so once a second administrator has confirmed it; the mailbox so far, leads and auditors are told. Letters made from then on say so.")
    @APIResponse(responseCode = "204", description = "It waits for a second person, or is so already.")
    public Response set(ContactDetails contact) {
        details.change(contact, preconditions.version());
        return Answers.done();
    }
}

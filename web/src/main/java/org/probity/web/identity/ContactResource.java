package org.probity.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.tenancy.Board;
import org.probity.tenancy.Boards;
import org.probity.tenancy.ContactDetails;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.Open;

/** How people reach the board; that it changes is a change of power, which no token asks for. */
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

    @GET
    @LeadsTo(Act.ENTER)
    @Open
    @Operation(summary = "Read how to reach the board", description = "What its letters say: address, telephone and mail. Needs no token.")
    public BoardContact read() {
        Board board = boards.board();
        ContactDetails contact = board.contact();
        return new BoardContact(board.name(CurrentCaller.get().language()), contact.contactEmail(), contact.postalAddress(), contact.telephone());
    }
}

package org.probity.web.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.correspondence.LetterPosting.Means;
import org.probity.correspondence.LetterPostings;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;

/** How a letter that its reader cannot open in the portal reached them. */
@Path("boards/{board}/investigations/{reference}/documents/{id}/posting")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Documents")
public class PostingResource {

    /** How and when it went. */
    public record Given(Means means, LocalDate day) {
    }

    @Inject
    private LetterPostings postings;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read whether a letter has to be posted", description = "404 where it reached its reader in the portal. Once it was given, how, "
            + "and the day of service, from which the time to answer runs.")
    public LetterPostings.PostingLine read(@PathParam("reference") String reference, @PathParam("id") Long id) {
        return postings.of(reference, id);
    }

    @POST
    @LeadsTo(Act.POST_LETTER)
    @Operation(summary = "Record that a letter was posted or handed over", description = "Its reader has no account at the board, or no e-mail address. "
            + "Handed over it is served that day, posted on the second working day after; from then on they have the working days to answer that it says.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response given(@PathParam("reference") String reference, @PathParam("id") Long id, Given given) {
        postings.given(reference, id, given.means(), given.day());
        return Answers.done();
    }
}

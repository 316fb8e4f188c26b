package org.probity.web.investigation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.correspondence.SubjectLetters;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** The letters to the caller, of whatever case and room. */
@Path("boards/{board}/letters")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Letters", description = "What a board has written to the caller.")
public class LetterResource {

    @Inject
    private SubjectLetters letters;

    @GET
    @LeadsTo(Act.SEE_OWN_REQUESTS)
    @Operation(summary = "List my letters", description = "What the board has written to the caller, the newest first.")
    public Page<SubjectLetters.MyLetter> mine(@BeanParam PageParams page) {
        return page.of(letters.mine());
    }

    @GET
    @LeadsTo(Act.SEE_OWN_REQUESTS)
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download a letter to me", description = "Who took it is kept in the audit.")
    @APIResponse(responseCode = "200", description = "The letter.")
    public Response download(@PathParam("id") Long id) {
        return Answers.file(letters.content(id));
    }
}

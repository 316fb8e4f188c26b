package org.probity.web.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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
import org.probity.kernel.Page;
import org.probity.token.ApiTokens;
import org.probity.web.api.Answers;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Every API token of a board, for its administrator, who looks at them and revokes them. None is made here, see {@link ApiTokens#make}. */
@Path("boards/{board}/members/tokens")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Tokens")
public class BoardTokenResource {

    @Inject
    private ApiTokens tokens;

    @GET
    @LeadsTo(Act.ADMINISTER)
    @Operation(summary = "List the board's tokens", description = "Everybody's, by whose they are, with those that no longer work.")
    public Page<ApiTokens.TokenLine> list(@BeanParam PageParams page) {
        return tokens.all(page.page(), page.size());
    }

    @DELETE
    @Path("{id}")
    @LeadsTo(Act.ADMINISTER)
    @Operation(summary = "Revoke anybody's token", description = "It opens nothing from the next request on. Revoking twice is revoking once.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public Response revoke(@PathParam("id") Long id) {
        tokens.revokeAnybodys(id);
        return Answers.done();
    }
}

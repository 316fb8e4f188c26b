package org.probity.web.identity;

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

/**
 * The caller's own tokens at a board, to be looked at and revoked. None is made here: whoever is here came with one, and
 * {@link ApiTokens#make} says why tokens have no successors.
 */
@Path("boards/{board}/tokens")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Tokens", description = "API tokens. They are made at a page, by a person who has signed in, and nowhere else.")
public class TokenResource {

    @Inject
    private ApiTokens tokens;

    @GET
    @LeadsTo(Act.KEEP_TOKENS)
    @Operation(summary = "List your tokens", description = "The newest first, with those that no longer work.")
    public Page<ApiTokens.TokenLine> list(@BeanParam PageParams page) {
        return tokens.mine(page.page(), page.size());
    }

    @DELETE
    @Path("{id}")
    @LeadsTo(Act.KEEP_TOKENS)
    @Operation(summary = "Revoke a token of yours", description = "It opens nothing from the next request on; it may be the one this is "
            + "asked with. Revoking twice is revoking once.")
    @APIResponse(responseCode = "204", description = "Revoked.")
    public Response revoke(@PathParam("id") Long id) {
        tokens.revoke(id);
        return Answers.done();
    }
}

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.exclusion.Recusals;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Those who stepped aside from an investigation, for a lead. Stepping aside itself is an answer at {@link ConflictResource}. */
@Path("boards/{board}/investigations/{reference}/recusals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Investigations")
public class RecusalResource {

    /** Who may see the case again, and why. */
    public record Return(Long accountId, String why) {
    }

    @Inject
    private Recusals recusals;

    @GET
    @LeadsTo({Act.LET_BACK, Act.CLEAR_NAMESAKE})
    @Operation(summary = "List those who could be let back", description = "For a lead: who stepped aside, who only has the name of "
            + "somebody in the case, and whose name is near one in it. For an officer: the last of these.")
    public Page<Recusals.Aside> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(mayLetBack() ? recusals.aside(reference) : recusals.namesakes(reference));
    }

    @POST
    @Path("return")
    @LeadsTo({Act.LET_BACK, Act.CLEAR_NAMESAKE})
    @Operation(summary = "Let somebody back", description = "A lead anybody, an officer whose name is only near one in the case. "
            + "They see the case from that moment, unless it is restricted to others, or a name like theirs came in while they were aside.")
    @APIResponse(responseCode = "204", description = "Let back.")
    public Response letBack(@PathParam("reference") String reference, Return back) {
        if (mayLetBack()) {
            recusals.letBack(reference, back.accountId(), back.why());
        } else {
            recusals.clear(reference, back.accountId(), back.why());
        }
        return Answers.done();
    }

    private static boolean mayLetBack() {
        return Act.LET_BACK.allows(CurrentCaller.get());
    }
}

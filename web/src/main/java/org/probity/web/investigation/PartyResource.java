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
import org.probity.casework.Parties;
import org.probity.investigation.Party;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Who has to do with an investigation. */
@Path("boards/{board}/investigations/{reference}/parties")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Investigations")
public class PartyResource {

    /** Somebody from the board's people, and as what they are named. */
    public record NewParty(Long personId, Party.Kind kind) {
    }

    @Inject
    private Parties parties;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "List the parties", description = "Everybody named in the case.")
    public Page<Parties.PartyLine> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return parties.list(reference, page.page(), page.size());
    }

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Operation(summary = "Name a party", description = "A subject, witness or complainant loses sight of the case at once.")
    @APIResponse(responseCode = "204", description = "Named.")
    public Response name(@PathParam("reference") String reference, NewParty party) {
        new Checks().required("personId", party.personId()).required("kind", party.kind()).done();
        try {
            parties.add(reference, party.personId(), party.kind());
            return Answers.done();
        } catch (Refusal refusal) {
            throw new Refusal(refusal.kind(), refusal.problems().stream().map(PartyResource::here).toList());
        }
    }

    /** The directory calls somebody a case is about the subject; here it can be anybody. */
    private static Refusal.Problem here(Refusal.Problem problem) {
        return "subjectId".equals(problem.field()) ? new Refusal.Problem("personId", problem.key(), problem.args()) : problem;
    }
}

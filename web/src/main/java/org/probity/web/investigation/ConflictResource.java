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
import org.probity.exclusion.Recusals;
import org.probity.investigation.Conflicts;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Conflicts of interest: asked before somebody goes on with an investigation. */
@Path("boards/{board}/investigations/{reference}/conflict")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Investigations")
public class ConflictResource {

    /** Whether there is a conflict, and why or why not. */
    public record ConflictForm(Boolean conflict, String reasons) {
    }

    @Inject
    private Conflicts conflicts;

    @Inject
    private Recusals recusals;

    @GET
    @LeadsTo(Act.DECLARE_CONFLICT)
    @Operation(summary = "Read what has to be answered", description = "Those named in the case, or in its concern, with whom the caller shares an "
            + "organisation or a last name, and has not said yet why that is no conflict. Until then nothing else of the case is answered.")
    public Page<Conflicts.Ground> open(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(conflicts.open(reference));
    }

    @POST
    @LeadsTo({Act.DECLARE_CONFLICT, Act.STEP_ASIDE})
    @Operation(summary = "Say whether there is a conflict of interest", description = "With a conflict the caller steps aside, also "
            + "unasked, and sees nothing of the case from then on; without one they can go on.")
    @APIResponse(responseCode = "204", description = "Answered.")
    public Response answer(@PathParam("reference") String reference, ConflictForm form) {
        new Checks().required("conflict", form.conflict()).done();
        if (form.conflict()) {
            recusals.stepAside(reference, form.reasons());
        } else {
            conflicts.declareNone(reference, form.reasons());
        }
        return Answers.done();
    }
}

package org.probity.web.detection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.probity.detection.TriageForm;
import org.probity.detection.Triages;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;

/** Triage. */
@Path("boards/{board}/investigations/{reference}/triage")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Detection")
public class TriageResource {

    @Inject
    private Triages triages;

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Operation(summary = "Triage", description = "Names the subject, the clauses that may have been broken and the decision. The "
            + "decision table rates the severity in the same act.")
    @APIResponse(responseCode = "204", description = "Triaged.")
    public Response triage(@PathParam("reference") String reference, TriageForm form) {
        triages.triage(reference, form);
        return Answers.done();
    }
}

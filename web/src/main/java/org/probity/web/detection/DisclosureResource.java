package org.probity.web.detection;

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
import org.probity.detection.DisclosureQueries;
import org.probity.detection.DisclosureQueries.DisclosureLine;
import org.probity.detection.ProtectedDisclosure.Treatment;
import org.probity.detection.ProtectedDisclosures;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** What may be a protected disclosure, and how a lead decides that the investigation is treated. */
@Path("boards/{board}/investigations/{reference}/protected-disclosures")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Detection")
public class DisclosureResource {

    /** Why it may be one. */
    public record NewDisclosure(String words) {
    }

    /** What a lead decides about it. */
    public record NewDisclosureDecision(Integer number, Treatment treatment, String reasons) {
    }

    @Inject
    private ProtectedDisclosures disclosures;

    @Inject
    private DisclosureQueries queries;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read what may be a protected disclosure", description = "Each time it was raised, with each decision on it; the newest "
            + "first, which is what stands. Neither the subject nor an employer is shown any of it.")
    public Page<DisclosureLine> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(queries.of(reference));
    }

    @POST
    @LeadsTo(Act.RAISE_DISCLOSURE)
    @Operation(summary = "Say that it may be a protected disclosure", description = "At any time before the end, by every officer and lead of "
            + "the case, also while it is paused. From then on, until a lead has decided, triage does not decide to investigate or "
            + "advise, the subject is asked nothing new (no request, not again, no access authorised), not reminded and not advised, no silence is "
            + "held against them, and nothing is referred; what they were asked before they may answer. Refused while one waits to be decided on.")
    @APIResponse(responseCode = "204", description = "Raised.")
    public Response raise(@PathParam("reference") String reference, NewDisclosure disclosure) {
        disclosures.raise(reference, disclosure.words());
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.DECIDE_DISCLOSURE)
    @Path("decision")
    @Operation(summary = "Decide on a possible protected disclosure", description = "By a lead who neither raised it nor investigated. Where it "
            + "is protected, triage does not decide to investigate or advise, the subject is asked, reminded of and advised of nothing, and nothing is "
            + "referred, also once the case was closed and opened again; only another lead takes that back. Where it is not, the case goes on, and it can be raised anew.")
    @APIResponse(responseCode = "204", description = "Decided.")
    public Response decide(@PathParam("reference") String reference, NewDisclosureDecision decided) {
        disclosures.decide(reference, decided.number(), decided.treatment(), decided.reasons());
        return Answers.done();
    }
}

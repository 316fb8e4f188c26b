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
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.exclusion.Restrictions;
import org.probity.kernel.Page;
import org.probity.member.Member;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** The named team of an investigation: whoever is not on it is answered as if there were no such case. */
@Path("boards/{board}/investigations/{reference}/restriction")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Investigations")
public class RestrictionResource {

    /** Whether the case is restricted; the rest is absent, and the team empty, where it is not. */
    public record CaseTeam(boolean restricted, String reason, Instant since, String by, List<Restrictions.Place> team) {

        private static final CaseTeam OPEN = new CaseTeam(false, null, null, null, List.of());

        private static CaseTeam of(Restrictions.Shut shut) {
            return new CaseTeam(true, shut.reason(), shut.since(), shut.by(), shut.team());
        }
    }

    /** A colleague who joins or leaves, and why. */
    public record TeamChange(Long memberId, String reasons) {
    }

    @Inject
    private Restrictions restrictions;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read whether the case is restricted", description = "And if it is, to whom and why.")
    public CaseTeam standing(@PathParam("reference") String reference) {
        return restrictions.of(reference).map(CaseTeam::of).orElse(CaseTeam.OPEN);
    }

    @POST
    @LeadsTo(Act.RESTRICT)
    @Operation(summary = "Restrict the case to a team", description = "To the caller and one colleague; more can join afterwards. Everybody "
            + "else finds no trace of the case from that moment. A lead has to be on the team. The colleague is told, and the other leads that "
            + "the caller restricted a case, not which.")
    @APIResponse(responseCode = "204", description = "Restricted.")
    public Response restrict(@PathParam("reference") String reference, TeamChange first) {
        restrictions.restrict(reference, first.memberId(), first.reasons());
        return Answers.done();
    }

    @GET
    @Path("colleagues")
    @LeadsTo(Act.RESTRICT)
    @Operation(summary = "List who could join the team", description = "Officers and leads who are not on it yet and whom nothing keeps "
            + "from the case.")
    public Page<Restrictions.Place> colleagues(@PathParam("reference") String reference, @BeanParam PageParams page) {
        Long me = CurrentCaller.get().memberId();
        return page.of(restrictions.choices(reference).stream().filter(member -> !member.id().equals(me))
                .map(RestrictionResource::colleague).toList());
    }

    @POST
    @Path("members")
    @LeadsTo(Act.RESTRICT)
    @Operation(summary = "Add a colleague to the team", description = "They see the case from that moment.")
    @APIResponse(responseCode = "204", description = "Added.")
    public Response add(@PathParam("reference") String reference, TeamChange joining) {
        restrictions.add(reference, joining.memberId(), joining.reasons());
        return Answers.done();
    }

    @POST
    @Path("departures")
    @LeadsTo(Act.RESTRICT)
    @Operation(summary = "Take somebody off the team", description = "The caller too, who then finds no trace of the case any more. The "
            + "last lead stays.")
    @APIResponse(responseCode = "204", description = "Taken off.")
    public Response remove(@PathParam("reference") String reference, TeamChange leaving) {
        restrictions.remove(reference, leaving.memberId(), leaving.reasons());
        return Answers.done();
    }

    @POST
    @Path("end")
    @LeadsTo(Act.LIFT_RESTRICTION)
    @Operation(summary = "Lift the restriction", description = "The case is open again to everybody with the role whom no wall keeps from it.")
    @APIResponse(responseCode = "204", description = "Lifted.")
    public Response lift(@PathParam("reference") String reference, InvestigationResource.Reasons reasons) {
        restrictions.lift(reference, reasons.reasons());
        return Answers.done();
    }

    private static Restrictions.Place colleague(Member member) {
        return new Restrictions.Place(member.id(), member.name(), member.roles().contains(Role.LEAD));
    }
}

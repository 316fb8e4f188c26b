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
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.detection.DangerReport;
import org.probity.detection.DesignatedOfficerContact;
import org.probity.detection.Detections;
import org.probity.detection.GateAnswer;
import org.probity.detection.GateQueries;
import org.probity.detection.GateQueries.GateLine;
import org.probity.detection.HardStops;
import org.probity.detection.SafeguardingAnswer;
import org.probity.detection.Suspicion;
import org.probity.detection.UrgentAnswer;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;
import org.probity.web.audit.AuditSentences;

/** The gates of detection. */
@Path("boards/{board}/investigations/{reference}/gates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Detection", description = "From the concern to the decision to investigate: gates and triage.")
public class GateResource {

    /** Whether the subject may be contacted from now on. */
    public record Contact(Boolean allowed, String reasons) {
    }

    /** One step of detection, as it was answered. */
    public record AnsweredGate(Long id, GateAnswer.Gate gate, int round, Instant at, String by, String answer, String sentence, String words) {

        private static AnsweredGate of(GateLine line) {
            return new AnsweredGate(line.id(), line.gate(), line.round(), line.at(), line.by(), line.answer(),
                    AuditSentences.values(CurrentCaller.get().language(), GatesTab.act(line), null, line.answer()), line.words());
        }
    }

    @Inject
    private Detections detections;

    @Inject
    private HardStops stops;

    @Inject
    private GateQueries queries;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "Read how the gates were answered", description = "With triage and what the designated officer advised; the newest first.")
    public Page<AnsweredGate> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return page.of(queries.of(reference).stream().map(AnsweredGate::of).toList());
    }

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Path("urgent")
    @Operation(summary = "Answer the urgent gate", description = "Danger, an indecent image of a child, or grooming. A suspected "
            + "image stops every file from then on: the address only.")
    @APIResponse(responseCode = "204", description = "Answered.")
    public Response urgent(@PathParam("reference") String reference, UrgentAnswer answer) {
        detections.answerUrgentGate(reference, answer);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Path("danger-report")
    @Operation(summary = "Record the report of a danger", description = "By which route it was reported, and their reference.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response dangerReport(@PathParam("reference") String reference, DangerReport report) {
        detections.reportDanger(reference, report);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Path("safeguarding")
    @Operation(summary = "Answer the safeguarding gate", description = "The four tests, whether the designated officer (LADO in "
            + "England) must be told, and whether the subject may be contacted yet; also while the case is paused, then without contact.")
    @APIResponse(responseCode = "204", description = "Answered.")
    public Response safeguarding(@PathParam("reference") String reference, SafeguardingAnswer answer) {
        detections.answerSafeguardingGate(reference, answer);
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Path("designated-officer")
    @Operation(summary = "Record that the designated officer was told", description = "Whom, when, and what they advised. Also while the case is "
            + "paused: no pause stops the time to tell them. Of a suspected image also after its end; the subject may not be contacted by that then.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response designatedOfficer(@PathParam("reference") String reference, DesignatedOfficerContact designatedOfficerContact) {
        detections.tellDesignatedOfficer(reference, designatedOfficerContact);
        return Answers.done();
    }

    @POST
    @LeadsTo({Act.FORBID_CONTACT, Act.INVESTIGATE})
    @Path("contact")
    @Operation(summary = "Allow or forbid contact with the subject", description = "When the designated officer or the police say so. "
            + "Forbidden at any time before the end, by every officer and lead of the case, also while it is paused: from then on the subject "
            + "finds nothing of it, and mail to them waits. Allowed only by an officer who investigates, after the safeguarding gate, and after "
            + "the designated officer was told where they must be; after the end of the case too, where it had been forbidden.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response contact(@PathParam("reference") String reference, Contact contact) {
        new Checks().required("allowed", contact.allowed()).text("reasons", contact.reasons(), Checks.LONG_TEXT).done();
        if (contact.allowed()) {
            detections.allowContact(reference, contact.reasons());
        } else {
            detections.forbidContact(reference, contact.reasons());
        }
        return Answers.done();
    }

    @POST
    @LeadsTo(Act.SUSPECT_IMAGE)
    @Path("suspected-image")
    @Operation(summary = "Say that an indecent image of a child is suspected", description = "At any time, by every officer and "
            + "lead of the case, also while it is paused and after its end. From then on no file is taken or handed out, the subject may not be contacted, and "
            + "the designated officer must be told. It is never taken back.")
    @APIResponse(responseCode = "204", description = "Recorded.")
    public Response suspectedImage(@PathParam("reference") String reference, Suspicion suspicion) {
        stops.suspect(reference, suspicion);
        return Answers.done();
    }
}

package org.probity.web.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.evidence.CustodyLine;
import org.probity.evidence.EvidenceItem.Kind;
import org.probity.evidence.EvidenceLine;
import org.probity.evidence.EvidenceLocker;
import org.probity.evidence.NewEvidence;
import org.probity.files.Upload;
import org.probity.kernel.Checks;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.web.api.Answers;
import org.probity.web.api.Form;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Evidence of an investigation: files, addresses, or the record that nothing could be kept. */
@Path("boards/{board}/investigations/{reference}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Evidence", description = "What proves or disproves an allegation, and everybody who touched it.")
public class EvidenceResource {

    /** What is said of a piece of evidence. */
    public record EvidenceForm(Kind kind, String title, String sourceAddress, Instant capturedAt, String how) {

        NewEvidence evidence() {
            return new NewEvidence(title, sourceAddress, capturedAt, how);
        }
    }

    @Inject
    private EvidenceLocker locker;

    @GET
    @LeadsTo(Act.HANDLE_EVIDENCE)
    @Operation(summary = "List the evidence", description = "The oldest first.")
    public Page<EvidenceLine> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return locker.list(reference, page.page(), page.size());
    }

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Keep evidence", description = "Kind ADDRESS keeps where something can be seen, without a copy; kind NONE "
            + "records that nothing could be kept, and why. As multipart/form-data with a part named file it keeps a file.")
    @APIResponse(responseCode = "201", description = "Kept.", content = @Content(schema = @Schema(implementation = Answers.Made.class)))
    public Response add(@PathParam("reference") String reference, EvidenceForm given, @Context UriInfo uri) {
        NewEvidence evidence = given.evidence();
        Kind kind = given.kind() == null ? Kind.ADDRESS : given.kind();
        return Answers.made(uri, null, switch (kind) {
            case ADDRESS -> locker.addAddress(reference, evidence);
            case NONE -> locker.noneAvailable(reference, evidence);
            case FILE -> throw Refusal.invalid("file", "api.refused.oneFile");
        });
    }

    @POST
    @LeadsTo(Act.INVESTIGATE)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Response addFile(@PathParam("reference") String reference, List<EntityPart> parts, @Context UriInfo uri) {
        Form form = Form.of(parts);
        EvidenceForm given = form.as(EvidenceForm.class);
        Upload file = form.file();
        new Checks().that(given.kind() == null || given.kind() == Kind.FILE, "kind", "api.refused.choice", Kind.FILE).done();
        return Answers.made(uri, null, locker.addFile(reference, given.evidence(), file.fileName(), file.bytes()));
    }

    @GET
    @LeadsTo(Act.HANDLE_EVIDENCE)
    @Path("{id}/file")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download a file", description = "That somebody took it is kept in its custody.")
    @APIResponse(responseCode = "200", description = "The file.")
    public Response file(@PathParam("reference") String reference, @PathParam("id") Long id) {
        return Answers.file(locker.download(reference, id));
    }

    @GET
    @LeadsTo(Act.HANDLE_EVIDENCE)
    @Path("{id}/custody")
    @Operation(summary = "Read the custody of a piece of evidence", description = "Who touched it and how, the oldest first.")
    public Page<CustodyLine> custody(@PathParam("reference") String reference, @PathParam("id") Long id, @BeanParam PageParams page) {
        return locker.custody(reference, id, page.page(), page.size());
    }
}

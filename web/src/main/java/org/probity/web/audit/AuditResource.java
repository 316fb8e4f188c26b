package org.probity.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.audit.AuditLine;
import org.probity.audit.AuditLines;
import org.probity.checkpoint.CheckpointLine;
import org.probity.checkpoint.Examination;
import org.probity.checkpoint.KeyLine;
import org.probity.kernel.Page;
import org.probity.kernel.Refusal;
import org.probity.proof.BoardAudit;
import org.probity.proof.ExportFile;
import org.probity.web.api.Idempotent;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;
import org.probity.web.faces.Attachment;

/** The audit of a board, for its auditor. */
@Path("boards/{board}/audit")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Idempotent
@Tag(name = "Audit", description = "Everything that was done, tried or looked at, and the proof that nobody changed it since.")
public class AuditResource {

    /**
     * A checkpoint was signed.
     *
     * @param seq place of the last entry it covers; 0 where there is none yet
     */
    public record Signed(long seq) {
    }

    /** A piece of the audit, the newest first. @param older place before which the next piece begins; absent where there is none */
    public record FoundEntries(List<FoundEntry> items, Long older) {
    }

    /** One entry. */
    public record FoundEntry(long seq, Instant at, String who, String roles, String act, String sentence, String reference, String subjectKind,
            Long subjectId, String address, String channel, String before, String after) {

        private static FoundEntry of(AuditLine line, String sentence) {
            return new FoundEntry(line.seq(), line.at(), line.who(), line.roles(), line.act(), sentence, line.reference(),
                    line.subjectKind(), line.subjectId(), line.address(), line.channel(), line.before(), line.after());
        }
    }

    @Inject
    private BoardAudit audit;

    @Inject
    private AuditText text;

    @GET
    @LeadsTo(Act.SEE_AUDIT)
    @Operation(summary = "Search the audit", description = "The newest first. What is older than the last entry of an answer is asked for with before.")
    public FoundEntries search(@BeanParam AuditParams asked, @QueryParam("before") @Parameter(description = "Place in the chain: only what "
            + "stands before it; the end of the chain where empty.") String before, @BeanParam PageParams page) {
        AuditLines found = audit.search(asked.filter(), place(before), page.size());
        return new FoundEntries(found.items().stream().map(line -> FoundEntry.of(line, text.line(line))).toList(), found.older());
    }

    private static Long place(String before) {
        if (before == null || before.isBlank()) {
            return null;
        }
        if (!before.matches("\\d{1,18}")) {
            throw Refusal.invalid("before", "api.refused.number");
        }
        return Long.valueOf(before);
    }

    @GET
    @LeadsTo(Act.SEE_AUDIT)
    @Path("entries.csv")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download entries as a table", description = "CSV for a spreadsheet; no cell in it is a formula.")
    @APIResponse(responseCode = "200", description = "The table.")
    public Response table(@BeanParam AuditParams asked) {
        return file(audit.table(asked.filter(), text::line), true);
    }

    @GET
    @LeadsTo(Act.SEE_AUDIT)
    @Path("chain.zip")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download the chain", description = "Every entry up to the newest checkpoint, which is no older than five minutes; "
            + "sign one first to have every entry. With all checkpoints, the key and how to verify them without Probity. "
            + "Of cases the reader must not see only the places are told.")
    @APIResponse(responseCode = "200", description = "The chain.")
    public Response chain() {
        return file(audit.chain(), false);
    }

    @POST
    @LeadsTo(Act.SEE_AUDIT)
    @Path("verification")
    @Operation(summary = "Verify the chain", description = "Every entry against the one before, and against every checkpoint.")
    @APIResponse(responseCode = "200", description = "What came of it.", content = @Content(schema = @Schema(implementation = Examination.class)))
    public Response verify() {
        return Response.ok(audit.examine()).build();
    }

    @POST
    @LeadsTo(Act.SEE_AUDIT)
    @Path("checkpoints")
    @Operation(summary = "Sign a checkpoint", description = "Of the chain as it is now, kept outside the database too. "
            + "Refused where that is not what was signed before.")
    @APIResponse(responseCode = "200", description = "Signed.", content = @Content(schema = @Schema(implementation = Signed.class)))
    public Response sign() {
        return Response.ok(new Signed(audit.checkpoint())).build();
    }

    @GET
    @LeadsTo(Act.SEE_AUDIT)
    @Path("checkpoints")
    @Operation(summary = "List the checkpoints", description = "The newest first, at most 50.")
    public Page<CheckpointLine> checkpoints(@BeanParam PageParams page) {
        return page.of(audit.checkpoints());
    }

    @GET
    @LeadsTo(Act.SEE_AUDIT)
    @Path("keys")
    @Operation(summary = "List the signing keys", description = "Which keys signed checkpoints, and how each came to that; the oldest first.")
    public Page<KeyLine> keys(@BeanParam PageParams page) {
        return page.of(audit.keys());
    }

    private static Response file(ExportFile file, boolean table) {
        StreamingOutput body = file::send;
        return Response.ok(body, AuditFiles.mediaType(table))
                .header("Content-Disposition", Attachment.named("attachment", AuditFiles.name(table)))
                .header("Content-Security-Policy", Attachment.POLICY).build();
    }
}

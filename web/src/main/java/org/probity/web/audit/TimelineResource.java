package org.probity.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.access.CurrentCaller;
import org.probity.audit.AuditQueries;
import org.probity.audit.TimelineEntry;
import org.probity.kernel.Page;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Everything that was done in an investigation. */
@Path("boards/{board}/investigations/{reference}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Timeline", description = "Who did what, when, and what it changed.")
public class TimelineResource {

    /** One line of it. */
    public record TimelineLine(Long id, Instant at, String who, String roles, String act, String sentence, String reference, String subjectKind,
            Long subjectId, String before, String after) {

        private static TimelineLine of(TimelineEntry entry) {
            return new TimelineLine(entry.id(), entry.at(), entry.who(), entry.roles(), entry.act(),
                    AuditSentences.line(CurrentCaller.get().language(), entry.act(), entry.before(), entry.after()), entry.reference(),
                    entry.subjectKind(), entry.subjectId(), entry.before(), entry.after());
        }
    }

    @Inject
    private AuditQueries audit;

    @GET
    @LeadsTo(Act.SEE_TIMELINE)
    @Operation(summary = "Read the timeline", description = "The newest first.")
    public Page<TimelineLine> timeline(@PathParam("reference") String reference,
            @QueryParam("kind") @Parameter(description = "First word of the acts wanted, such as removal; all where empty.") String kind,
            @BeanParam PageParams page) {
        Page<TimelineEntry> found = audit.timeline(reference, kind, page.page(), page.size());
        return new Page<>(found.items().stream().map(TimelineLine::of).toList(), found.total());
    }
}

package org.probity.web.audit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.probity.audit.AuditFilter;
import org.probity.kernel.Refusal;

/** Which entries of the audit are wanted. */
public class AuditParams {

    @QueryParam("act")
    @Parameter(description = "Code of an act such as removal.sent, or its first word with a dot for all of a kind; all where empty.")
    private String act;

    @QueryParam("case")
    @Parameter(description = "Reference of the case.")
    private String reference;

    @QueryParam("who")
    @Parameter(description = "Part of the name of a member, or the whole name of whoever acted.")
    private String who;

    @QueryParam("from")
    @Parameter(description = "First day.")
    private String from;

    @QueryParam("to")
    @Parameter(description = "Last day.")
    private String to;

    @QueryParam("before")
    @Parameter(description = "Place in the chain: only what stands before it; the end of the chain where empty.")
    private String before;

    AuditFilter filter() {
        return new AuditQuestion(act, reference, who, from, to).filter();
    }

    /** @throws Refusal INVALID on {@code before} */
    Long before() {
        if (before == null || before.isBlank()) {
            return null;
        }
        if (!before.matches("\\d{1,18}")) {
            throw Refusal.invalid("before", "api.refused.number");
        }
        return Long.valueOf(before);
    }
}

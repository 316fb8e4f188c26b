package org.probity.web.audit;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.probity.audit.AuditFilter;

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

    AuditFilter filter() {
        return new AuditQuestion(act, reference, who, from, to).filter();
    }
}

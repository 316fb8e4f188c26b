package org.probity.web.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.casework.DeadEnds;
import org.probity.concern.UnseenCases;
import org.probity.detection.NobodyLeft;
import org.probity.exclusion.RestrictedCases;
import org.probity.kernel.Page;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** References of cases that too few people see or may take on, for the administrators, who see none of them. */
@Path("boards/{board}/unseen-cases")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Investigations")
public class UnseenCaseResource {

    @Inject
    private UnseenCases unseen;

    @Inject
    private RestrictedCases restricted;

    @Inject
    private NobodyLeft nobody;

    @GET
    @LeadsTo(Act.ADMINISTER)
    @Operation(summary = "List the cases that no lead may see", description = "The oldest first, at most 100; not those that name the caller.")
    public Page<UnseenCases.UnseenCase> unseen(@BeanParam PageParams page) {
        return page.of(unseen.list());
    }

    @GET
    @Path("one-lead")
    @LeadsTo(Act.ADMINISTER)
    @Operation(summary = "List the restricted cases that one lead alone may see", description = "Open or ended, with who restricted them; the last "
            + "one to be restricted first, at most 100; not those that name the caller.")
    public Page<RestrictedCases.RestrictedCase> ofOneLead(@BeanParam PageParams page) {
        return page.of(restricted.ofOneLead());
    }

    @GET
    @Path("nobody-left")
    @LeadsTo(Act.ADMINISTER)
    @Operation(summary = "List the cases that wait for something nobody is left for", description = "Everybody with the role has acted in the case "
            + "in another capacity, may not see it or has left; among them those in which no lead is left to decide on a possible protected disclosure. "
            + "Those that wait longest first, at most 100 of each capacity; not those that name the caller.")
    public Page<DeadEnds.DeadEnd> forNobody(@BeanParam PageParams page) {
        return page.of(nobody.list());
    }
}

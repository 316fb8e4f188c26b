package org.probity.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.casework.People;
import org.probity.kernel.Page;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** People a case can be about, or who can help with one. */
@Path("boards/{board}/people")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Directory", description = "The board's people and parent organisations.")
public class PeopleResource {

    @Inject
    private People people;

    @GET
    @LeadsTo(Act.SEE_PEOPLE)
    @Operation(summary = "Find people", description = "By name; at most 50 are looked through. Whoever is in no case that you see is not found, however many cases they are in.")
    public Page<People.PersonLine> people(@QueryParam("q") @Parameter(description = "Part of the name.") String q,
            @BeanParam PageParams page) {
        return page.of(people.list(q));
    }
}

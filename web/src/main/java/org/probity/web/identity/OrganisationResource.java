package org.probity.web.identity;

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
import org.probity.access.CurrentCaller;
import org.probity.kernel.Page;
import org.probity.member.Directory;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** The board's partners. */
@Path("boards/{board}/organisations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Directory")
public class OrganisationResource {

    /** A partner of the board. */
    public record OrganisationLine(Long id, String name, String contactEmail) {
    }

    @Inject
    private Directory directory;

    @GET
    @LeadsTo(Act.SEE_DIRECTORY)
    @Operation(summary = "List the parent organisations", description = "The board's partners, by name.")
    public Page<OrganisationLine> organisations(@BeanParam PageParams page) {
        return page.of(directory.organisations().stream().map(o -> new OrganisationLine(o.id(),
                o.name(CurrentCaller.get().language()), o.contactEmail())).toList());
    }
}

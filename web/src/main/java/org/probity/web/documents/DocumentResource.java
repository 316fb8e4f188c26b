package org.probity.web.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.probity.access.Act;
import org.probity.casework.CaseDocuments;
import org.probity.documents.DocumentRow;
import org.probity.kernel.Page;
import org.probity.web.api.Answers;
import org.probity.web.api.LeadsTo;
import org.probity.web.api.PageParams;

/** Letters, packs and files that came with replies. */
@Path("boards/{board}/investigations/{reference}/documents")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "Documents", description = "Letters, packs and files that came with replies. Evidence has its own list.")
public class DocumentResource {

    @Inject
    private CaseDocuments documents;

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Operation(summary = "List the documents", description = "The newest first.")
    public Page<DocumentRow> list(@PathParam("reference") String reference, @BeanParam PageParams page) {
        return documents.list(reference, page.page(), page.size());
    }

    @GET
    @LeadsTo(Act.SEE_INVESTIGATION)
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download a document", description = "Who took it is kept in the audit.")
    @APIResponse(responseCode = "200", description = "The file.")
    public Response download(@PathParam("reference") String reference, @PathParam("id") Long id) {
        return Answers.file(documents.content(reference, id));
    }
}

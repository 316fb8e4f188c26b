package org.probity.web.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

/** Turns whatever went wrong into a {@link Problem}. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Override
    public Response toResponse(Throwable thrown) {
        Response response = Problem.of(thrown).response();
        if (thrown instanceof WebApplicationException web && web.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
            return Response.fromResponse(response)
                    .header(HttpHeaders.ALLOW, web.getResponse().getHeaderString(HttpHeaders.ALLOW)).build();
        }
        return Refusal.in(thrown) instanceof TryAgainLater later
                ? Response.fromResponse(response).header(HttpHeaders.RETRY_AFTER, null).header(HttpHeaders.RETRY_AFTER, later.seconds()).build() : response;
    }
}

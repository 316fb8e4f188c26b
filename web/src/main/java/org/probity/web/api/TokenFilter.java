package org.probity.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.probity.access.CurrentCaller;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.http.PageGuard;

/**
 * Asks for a token before anything is read, except where a method is {@link Open}, and asks the matrix what the method
 * {@link LeadsTo}. A method that leads nowhere is closed to everybody, and so is an address in a spelling in which {@link ApiFilter}
 * did not find the board.
 */
@Provider
public class TokenFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Inject
    private PageGuard pageGuard;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!Objects.equals(request.getUriInfo().getPathParameters().getFirst("board"), CurrentBoard.orNone())) {
            request.abortWith(Problem.of(Refusal.notFound()).response());
            return;
        }
        Method method = resource.getResourceMethod();
        boolean nobody = CurrentCaller.get().accountId() == null;
        if (nobody && !method.isAnnotationPresent(Open.class)) {
            request.abortWith(Problem.of(Response.Status.UNAUTHORIZED.getStatusCode()).response());
        } else {
            refuse(request, method);
        }
    }

    private void refuse(ContainerRequestContext request, Method method) {
        LeadsTo acts = method.getAnnotation(LeadsTo.class);
        try {
            pageGuard.require(acts == null ? List.of() : List.of(acts.value()),
                    method.getDeclaringClass().getSimpleName() + "." + method.getName(),
                    request.getUriInfo().getPathParameters().values().stream().flatMap(List::stream).toList());
        } catch (Refusal refusal) {
            request.abortWith(Problem.of(refusal).response());
        }
    }
}

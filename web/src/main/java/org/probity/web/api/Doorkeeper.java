package org.probity.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.probity.identity.CurrentCaller;

/** Asks for a token before anything is read, except where a method is {@link Open}. */
@Provider
public class Doorkeeper implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean nobody = CurrentCaller.get().accountId() == null;
        if (nobody && !resource.getResourceMethod().isAnnotationPresent(Open.class)) {
            request.abortWith(Problem.of(Response.Status.UNAUTHORIZED.getStatusCode()).response());
        }
    }
}

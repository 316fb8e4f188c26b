package org.probity.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** All has been read that the answer says, and nothing of it has been written yet. */
@Provider
public class ReadTransactionEnd implements ContainerResponseFilter {

    @Inject
    private ReadTransaction transaction;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        transaction.end();
    }
}

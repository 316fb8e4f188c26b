package org.probity.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.token.TokenBearers;
import org.probity.web.http.LongBodies;

/**
 * A long body is minutes on its way, and {@link ApiFilter} has found out who sends it before any of it was read. Once it is in, they
 * are looked for again: by a token that was revoked meanwhile, or whose owner is a member no more or has other roles, nothing is done.
 */
@ApplicationScoped
public class LongCalls {

    @Inject
    private HttpServletRequest request;

    @Inject
    private TokenBearers bearers;

    /** @throws WebApplicationException with 401 where they are not who they were */
    void requireTheSame() {
        if (LongBodies.isLong() && !isFromTheSame(CurrentCaller.get())) {
            throw new WebApplicationException(Problem.unknownToken().response());
        }
    }

    private boolean isFromTheSame(Caller before) {
        return ApiFilter.token(request).flatMap(bearers::of).map(TokenBearers.Bearer::caller).map(now -> now.reading(before.language())).filter(before::equals).isPresent();
    }
}

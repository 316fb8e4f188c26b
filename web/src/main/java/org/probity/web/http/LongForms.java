package org.probity.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.member.Members;
import org.probity.signon.Providers;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.faces.PrettyViewHandler;

/**
 * A long form is minutes on its way, and {@link BoardFilter} has found out who sends it before any of it was read. Once it is in,
 * they are looked for again: whose session, membership or role has ended meanwhile does nothing by it, and comes to the same
 * address as what they are now.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.FORWARD)
public class LongForms extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient SessionAuthenticator sessionAuthenticator;

    @Inject
    private transient Providers providers;

    @Inject
    private transient Members members;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        boolean isLong = LongBodies.isLong();
        if (isLong) {
            // reads all of it, which nobody could before: the page's servlet alone takes files
            request.getParameterMap();
        }
        if (isLong && !isFromTheSame(request)) {
            response.sendRedirect((String) request.getAttribute(PrettyViewHandler.ADDRESS));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isFromTheSame(HttpServletRequest request) {
        Caller before = CurrentCaller.get();
        return CurrentBoard.outside(() -> sessionAuthenticator.stays(request)) && (before.memberId() == null || providers.admits(SignInSource.of(request))
                && members.caller(before.accountId(), before.language()).filter(now -> now.roles().equals(before.roles())).isPresent());
    }
}

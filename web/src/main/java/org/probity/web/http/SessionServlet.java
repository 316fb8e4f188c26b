package org.probity.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.account.Sessions;
import org.probity.account.SignedIn;

/** Tells a page how many seconds of the session are left. Asking does not lengthen it; a POST says that somebody is there. */
@WebServlet("/internal/session")
public class SessionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sessions sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, SignedIn.whole(SessionAuthenticator.here(request)).map(someone -> someone.left().toSeconds()).orElse(0L));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, SignedIn.whole(SessionAuthenticator.here(request)).map(someone -> {
            sessions.seen(someone.sessionId());
            return sessions.secondsLeft(someone.sessionId());
        }).orElse(0L));
    }

    private static void answer(HttpServletResponse response, long left) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().print("{\"left\":" + left + "}");
    }
}

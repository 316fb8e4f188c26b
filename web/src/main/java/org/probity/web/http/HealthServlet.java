package org.probity.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Installation;

/**
 * For whoever watches this server. {@code GET /health/live} is answered with 200 by a process that answers at all: what does not is to
 * be started again. {@code GET /health/ready} is answered with 200 where the database answers, else with 503 as every page is while it
 * is away, whatever keeps it from answering: a balancer sends nobody there meanwhile.
 */
@WebServlet({Routes.LIVE, Routes.READY})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Boards boards;

    @Inject
    private transient Installation installation;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean live = request.getServletPath().equals(Routes.LIVE);
        if (!live && !isDatabaseThere()) {
            Unavailable.answer(response, installation.isDemo());
            return;
        }
        response.setContentType("text/plain");
        response.getWriter().println(live ? "live" : "ready");
    }

    private boolean isDatabaseThere() {
        try {
            boards.all();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}

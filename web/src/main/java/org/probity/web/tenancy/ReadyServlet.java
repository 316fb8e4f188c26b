package org.probity.web.tenancy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.tenancy.Boards;
import org.probity.tenancy.Installation;

/**
 * Tells a balancer whether this server can work: {@code GET /-/ready} is answered with 200 where its database answers, else with
 * 503 as every page is while it is away, whatever keeps it from answering. No board can have that address.
 */
@WebServlet(Addresses.READY)
public class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Boards boards;

    @Inject
    private transient Installation installation;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            boards.all();
        } catch (RuntimeException e) {
            Unavailable.answer(response, installation.isDemo());
            return;
        }
        response.setContentType("text/plain");
        response.getWriter().println("ready");
    }
}

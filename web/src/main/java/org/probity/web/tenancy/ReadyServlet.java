package org.probity.web.tenancy;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.tenancy.Boards;

/**
 * Tells a balancer whether this server can work: {@code GET /-/ready} is answered with 200 where its database answers, else with
 * 503 as every page is. No board can have that address.
 */
@WebServlet(Addresses.READY)
public class ReadyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Boards boards;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boards.all();
        response.setContentType("text/plain");
        response.getWriter().println("ready");
    }
}

package org.probity.web.http;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.probity.tenancy.Boards;

/** The board's own colour, as one custom property that the style sheet uses. */
@WebServlet("/internal/theme")
public class ThemeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Boards boards;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityHeaders.keepForEver(response);
        response.setContentType("text/css;charset=UTF-8");
        response.getWriter().write(":root { --accent: " + Accent.readable(boards.board().accent()) + "; }\n");
    }
}

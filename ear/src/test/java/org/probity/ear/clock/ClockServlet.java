package org.probity.ear.clock;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Lets a test outside the server move its clock: {@code /tests/test-clock?advance=PT72H}, or {@code ?reset}. Answers the time. */
@WebServlet("/test-clock")
public class ClockServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter().print(move(request));
    }

    private static Instant move(HttpServletRequest request) {
        if (request.getParameter("reset") != null) {
            return MovableClock.reset();
        }
        String by = request.getParameter("advance");
        return by == null ? MovableClock.now() : MovableClock.advance(Duration.parse(by));
    }
}

package org.probity.web.api;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** What the server itself refuses below {@code /api}, such as a media type that is none, is told as a problem, not as a page. */
final class ProblemResponse extends HttpServletResponseWrapper {

    ProblemResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) throws IOException {
        Problem.of(status).send((HttpServletResponse) getResponse());
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }
}

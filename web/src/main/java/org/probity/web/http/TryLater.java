package org.probity.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.probity.web.faces.Texts;

/** Tells somebody to come back later, in plain words, since a page is what there is too much of. */
final class TryLater {

    private TryLater() {
    }

    /** @param seconds after which it may be tried again. @param key of what is told */
    static void tell(HttpServletRequest request, HttpServletResponse response, int status, long seconds, String key, Object... args)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Retry-After", String.valueOf(seconds));
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().println(Texts.of(Languages.of(request, Optional.empty()), key, args));
    }
}

package org.probity.web.http;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * An answer with one content-security policy, whoever writes one, and with redirects that name no host: the host would be
 * whatever the client said it was.
 */
final class PlainAnswer extends HttpServletResponseWrapper {

    private static final String POLICY = "Content-Security-Policy";

    PlainAnswer(HttpServletResponse response) {
        super(response);
    }

    /** PrimeFaces adds its {@code script-src} with the nonce of the page; with it the answer is a page, and may do what pages may. */
    @Override
    public void addHeader(String name, String value) {
        if (POLICY.equalsIgnoreCase(name)) {
            setHeader(name, value.startsWith("script-src") ? SecurityHeaders.PAGE + value : value);
        } else {
            super.addHeader(name, value);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        if (location.startsWith("/")) {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", "/" + location.substring(endOfSlashes(location)));
            flushBuffer();
        } else {
            super.sendRedirect(location);
        }
    }

    /** What begins with two would name a host. */
    private static int endOfSlashes(String location) {
        int end = 0;
        while (end < location.length() && (location.charAt(end) == '/' || location.charAt(end) == '\\')) {
            end++;
        }
        return end;
    }
}

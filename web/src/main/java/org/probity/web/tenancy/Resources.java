package org.probity.web.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Style sheets, scripts and pictures of the pages. They are fetched, and bring nothing that anybody would have to read. */
final class Resources {

    static final String PREFIX = "/jakarta.faces.resource/";

    private static final Set<String> FETCHING = Set.of("GET", "HEAD");

    private Resources() {
    }

    /**
     * Answers whoever does not merely fetch one, before Faces looks into what they send: it would wait for all of it.
     *
     * @return whether it did
     */
    static boolean refuses(String path, HttpServletRequest request, HttpServletResponse response) {
        if (!path.contains(PREFIX)) {
            return false;
        }
        if (!FETCHING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return true;
        }
        boolean brings = request.getContentType() != null || LongBodies.isLong();
        if (brings) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return brings;
    }

    static void keep(String path, HttpServletResponse response) {
        if (path.startsWith(PREFIX)) {
            SecurityHeaders.keepForEver(response);
        }
    }
}

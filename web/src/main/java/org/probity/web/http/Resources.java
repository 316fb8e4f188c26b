package org.probity.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;

/** Style sheets, scripts and pictures of the pages. They are fetched, and bring nothing that anybody would have to read. */
final class Resources {

    static final String PREFIX = "/jakarta.faces.resource/";

    private static final Set<String> FETCHING = Set.of("GET", "HEAD");

    /**
     * What our pages write. Every other spelling of a name and its contract, locale or library finds the same resource, and Faces keeps
     * each for ever: anybody could fill the memory with them.
     */
    private static final Pattern NAME = Pattern.compile("[\\w-][\\w.-]{0,60}(?:/[\\w-][\\w.-]{0,60}){0,4}");
    private static final Pattern QUERY = Pattern.compile("(?:(?:ln|[vce])=[\\w.-]{1,60}(?:&|$)){0,4}");

    private Resources() {
    }

    /**
     * Answers whoever does not merely fetch one as it is called here, before Faces looks into what they send: it would wait for all of it.
     *
     * @return whether it did
     */
    static boolean refuses(String path, HttpServletRequest request, HttpServletResponse response) {
        if (!path.contains(PREFIX)) {
            return false;
        }
        if (!isCalled(path.substring(path.indexOf(PREFIX) + PREFIX.length()), request.getQueryString())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return true;
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

    static boolean isCalled(String name, String query) {
        return NAME.matcher(name).matches() && (query == null || QUERY.matcher(query).matches());
    }

    static void keep(String path, HttpServletResponse response) {
        if (path.startsWith(PREFIX)) {
            SecurityHeaders.keepForEver(response);
        }
    }
}

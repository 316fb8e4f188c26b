package org.probity.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser about what it may do with it. The server adds the same to what never comes here. */
final class SecurityHeaders {

    /** What a page may do, up to its scripts: PrimeFaces names those, with a nonce for each page. See {@link PlainAnswer}. */
    static final String PAGE = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            + "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; ";

    /** What is no page does nothing at all. */
    private static final String NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String URL = System.getenv("PROBITY_URL");
    private static final boolean HTTPS = URL != null && URL.startsWith("https:");

    private SecurityHeaders() {
    }

    static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", NO_PAGE);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure() || HTTPS) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** For what never changes under its address. */
    static void keepForEver(HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }

    /**
     * Whether another site sent this. Faces forms carry a view state that another site cannot know; this also covers the
     * plain forms (sign-out, language) and keeps a foreign form from replacing somebody's session.
     *
     * <p>A request with neither header comes from no browser of this decade: all send {@code Origin} with a form. Such a
     * browser would not send the session cookie along either where another site asks, since that is SameSite=Lax.
     */
    static boolean isForeign(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !isOurs(origin, request.getHeader("Host"));
    }

    /** The host as the client wrote it, or the address we are known by where a proxy calls us by another name. */
    private static boolean isOurs(String origin, String host) {
        return origin.replaceFirst("^https?://", "").equals(host) || URL != null && (URL + "/").startsWith(origin + "/");
    }
}

package org.probity.web.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells the browser about what it may do with it. */
final class SecurityHeaders {

    /**
     * Everything but scripts: PrimeFaces adds a second policy of its own with {@code script-src} and a nonce for each page,
     * and a browser keeps to both.
     */
    private static final String POLICY = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; frame-src 'none'; "
            + "object-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "media-src 'none'; worker-src 'none'; manifest-src 'none'";

    private SecurityHeaders() {
    }

    static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** For what never changes under its address. */
    static void keepForEver(HttpServletResponse response) {
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    }

    /**
     * Whether another site sent this. Faces forms carry a view state that another site cannot know; this also covers the
     * plain forms (sign-out) and keeps a foreign form from replacing somebody's session.
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
        return origin != null && !origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
    }
}

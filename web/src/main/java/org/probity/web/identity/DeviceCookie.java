package org.probity.web.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.probity.web.faces.Cookies;

/** By which a browser is known at the next sign-in; it opens nothing by itself. */
final class DeviceCookie {

    private static final String NAME = "probity-device";
    private static final Duration KEPT = Duration.ofDays(180);

    private DeviceCookie() {
    }

    /** What this browser carries, or null. */
    static String of(HttpServletRequest request) {
        return Cookies.of(request, NAME).orElse(null);
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String carried) {
        Cookies.set(request, response, NAME, carried, KEPT);
    }
}

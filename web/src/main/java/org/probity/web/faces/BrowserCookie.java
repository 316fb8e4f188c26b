package org.probity.web.faces;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** By which it is known, once a session has ended, who has signed in at a browser last. It opens nothing. */
public final class BrowserCookie {

    private static final String NAME = "probity-browser";
    private static final Duration KEPT = Duration.ofDays(30);

    private BrowserCookie() {
    }

    /** What this browser carries, whoever wrote it; or null. */
    public static String of(HttpServletRequest request) {
        return Cookies.of(request, NAME).orElse(null);
    }

    /** To be called with every sign-in. */
    public static void set(HttpServletRequest request, HttpServletResponse response, String carried) {
        Cookies.set(request, response, NAME, carried, KEPT);
    }
}

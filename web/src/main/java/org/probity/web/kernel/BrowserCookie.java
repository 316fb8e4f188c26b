package org.probity.web.kernel;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** By which it is known, once a session has ended, who has signed in at a browser last. It opens nothing. */
public final class BrowserCookie {

    private static final String NAME = "probity-browser";
    private static final Duration KEPT = Duration.ofDays(30);

    private BrowserCookie() {
    }

    /** What this browser carries, whoever wrote it; or null. */
    public static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue).findFirst().orElse(null);
    }

    /** To be called with every sign-in. */
    public static void set(HttpServletRequest request, HttpServletResponse response, String carried) {
        Cookie cookie = new Cookie(NAME, carried);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || request.getServletContext().getSessionCookieConfig().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) KEPT.toSeconds());
        response.addCookie(cookie);
    }
}

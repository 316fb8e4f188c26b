package org.probity.web.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** By which a browser is known at the next sign-in; it opens nothing by itself. */
final class DeviceCookie {

    private static final String NAME = "probity-device";
    private static final Duration KEPT = Duration.ofDays(180);

    private DeviceCookie() {
    }

    /** What this browser carries, or null. */
    static String of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue).findFirst().orElse(null);
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String carried) {
        Cookie cookie = new Cookie(NAME, carried);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || request.getServletContext().getSessionCookieConfig().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) KEPT.toSeconds());
        response.addCookie(cookie);
    }
}

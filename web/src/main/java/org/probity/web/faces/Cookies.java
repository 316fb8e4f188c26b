package org.probity.web.faces;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Cookies of ours: no script reads them, no other site sends them, and where we are reached by TLS they never travel without it. */
public final class Cookies {

    private Cookies() {
    }

    /** What this browser carries under that name, whoever wrote it. */
    public static Optional<String> of(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue).findFirst();
    }

    /** @param kept how long; nothing at all takes the cookie away */
    public static void set(HttpServletRequest request, HttpServletResponse response, String name, String value, Duration kept) {
        set(request, response, "/", name, value, kept);
    }

    /** The same for a part of the site. @param path below which the browser shows it */
    public static void set(HttpServletRequest request, HttpServletResponse response, String path, String name, String value, Duration kept) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setMaxAge((int) kept.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || request.getServletContext().getSessionCookieConfig().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}

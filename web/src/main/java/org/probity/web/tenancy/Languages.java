package org.probity.web.tenancy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.probity.identity.Account;
import org.probity.kernel.Language;

/** In which language a request is answered: as chosen here, else as the account says, else as the browser asks. */
public final class Languages {

    private static final String COOKIE = "probity-language";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    private Languages() {
    }

    static Language of(HttpServletRequest request, Optional<Account> account) {
        return chosen(request).or(() -> account.map(Account::language))
                .orElseGet(() -> Language.of(request.getHeader("Accept-Language")));
    }

    /** The language of {@code ?language=cy}, where the address asks to switch. */
    static Optional<Language> wanted(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !request.getMethod().equals("GET")) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            if (pair.equals("language=cy") || pair.equals("language=en")) {
                return Optional.of(Language.of(pair.substring("language=".length())));
            }
        }
        return Optional.empty();
    }

    static void choose(HttpServletRequest request, HttpServletResponse response, Language language) {
        write(request, response, language.code(), YEAR_IN_SECONDS);
    }

    /** The next person at this browser gets the language of their own account. */
    public static void forget(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", 0);
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(Language.of(cookie.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}

package org.probity.web.tenancy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.probity.identity.Account;
import org.probity.kernel.Language;

/**
 * In which language a request is answered. Signed in: as the account says. Before: as chosen at this browser, else as it asks.
 * A choice made on the way to signing in goes into the account; after signing out the browser keeps the account's language.
 */
public final class Languages {

    private static final String COOKIE = "probity-language";
    private static final String ON_THE_WAY = "probity-language-chosen";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 60 * 60;
    private static final int SECONDS_TO_SIGN_IN = 60 * 60;

    private Languages() {
    }

    static Language of(HttpServletRequest request, Optional<Account> account) {
        return account.map(Account::language).or(() -> carried(request, COOKIE))
                .orElseGet(() -> Language.of(request.getHeader("Accept-Language")));
    }

    /** The language of {@code ?language=cy}, where the address asks for one. */
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

    /** Remembers the language at this browser, and for a sign-in that follows. */
    public static void choose(HttpServletRequest request, HttpServletResponse response, Language language) {
        keep(request, response, language);
        add(request, response, ON_THE_WAY, language.code(), SECONDS_TO_SIGN_IN);
    }

    /** What was chosen at this browser shortly before signing in; given once. */
    public static Optional<Language> chosenOnTheWay(HttpServletRequest request, HttpServletResponse response) {
        Optional<Language> chosen = carried(request, ON_THE_WAY);
        if (chosen.isPresent()) {
            add(request, response, ON_THE_WAY, "", 0);
        }
        return chosen;
    }

    /** Remembers the language at this browser. */
    public static void keep(HttpServletRequest request, HttpServletResponse response, Language language) {
        add(request, response, COOKIE, language.code(), YEAR_IN_SECONDS);
    }

    private static void add(HttpServletRequest request, HttpServletResponse response, String name, String value, int seconds) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure() || request.getServletContext().getSessionCookieConfig().isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<Language> carried(HttpServletRequest request, String name) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(Language.of(cookie.getValue()));
                }
            }
        }
        return Optional.empty();
    }
}

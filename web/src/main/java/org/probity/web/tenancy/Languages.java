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
    private static final String ON_THE_WAY = "probity.language";
    private static final int YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    private Languages() {
    }

    static Language of(HttpServletRequest request, Optional<Account> account) {
        return account.map(Account::language).or(() -> chosen(request))
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
        request.getSession().setAttribute(ON_THE_WAY, language);
    }

    /** What was chosen before signing in, in this session; given once. */
    public static Optional<Language> chosenOnTheWay(HttpServletRequest request) {
        Optional<Language> chosen = Optional.ofNullable((Language) request.getSession().getAttribute(ON_THE_WAY));
        request.getSession().removeAttribute(ON_THE_WAY);
        return chosen;
    }

    /** Remembers the language at this browser. */
    public static void keep(HttpServletRequest request, HttpServletResponse response, Language language) {
        Cookie cookie = new Cookie(COOKIE, language.code());
        cookie.setPath("/");
        cookie.setMaxAge(YEAR_IN_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
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
}

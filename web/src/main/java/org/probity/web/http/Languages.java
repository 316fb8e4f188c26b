package org.probity.web.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.probity.account.Account;
import org.probity.kernel.Language;
import org.probity.web.faces.Cookies;

/**
 * In which language a request is answered. Signed in: as the account says. Before: as chosen at this browser, else as it asks.
 * A choice made on the way to signing in goes into the account; after signing out the browser keeps the account's language.
 */
public final class Languages {

    private static final String COOKIE = "probity-language";
    private static final String ON_THE_WAY = "probity-language-chosen";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration TO_SIGN_IN = Duration.ofHours(1);

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
        Cookies.set(request, response, ON_THE_WAY, language.code(), TO_SIGN_IN);
    }

    /** What was chosen at this browser shortly before signing in; given once. */
    public static Optional<Language> chosenOnTheWay(HttpServletRequest request, HttpServletResponse response) {
        Optional<Language> chosen = carried(request, ON_THE_WAY);
        if (chosen.isPresent()) {
            Cookies.set(request, response, ON_THE_WAY, "", Duration.ZERO);
        }
        return chosen;
    }

    /** Remembers the language at this browser. */
    public static void keep(HttpServletRequest request, HttpServletResponse response, Language language) {
        Cookies.set(request, response, COOKIE, language.code(), KEPT);
    }

    private static Optional<Language> carried(HttpServletRequest request, String name) {
        return Cookies.of(request, name).map(Language::of);
    }
}

package org.probity.web.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.probity.kernel.Refusal;
import org.probity.signon.PendingSignIn;
import org.probity.web.faces.Cookies;
import org.probity.web.identity.Homes;

/** The cookie in which a browser carries the sign-ins it has set out on, and the way back where one comes to nothing. */
final class SignInCookie {

    private static final String NAME = "probity-journeys";

    private SignInCookie() {
    }

    /** What this browser carries, whoever wrote it; or null. */
    static String of(HttpServletRequest request) {
        return Cookies.of(request, NAME).orElse(null);
    }

    /** It travels to this board's way in only. @param carried from now on; empty takes the cookie away */
    static void keep(HttpServletRequest request, HttpServletResponse response, String carried) {
        Cookies.set(request, response, request.getContextPath() + "/signin", NAME, carried, carried.isEmpty() ? Duration.ZERO : PendingSignIn.GOOD_FOR);
    }

    /** Back to the sign-in page, which says why. @throws RuntimeException the same where no rule of ours said no */
    static void sorry(HttpServletRequest request, HttpServletResponse response, RuntimeException thrown, String next) throws IOException {
        Refusal refusal = Refusal.in(thrown);
        if (refusal == null) {
            throw thrown;
        }
        String key = refusal.problems().get(0).key();
        String why = key.startsWith("signon.refused.") ? key.substring("signon.refused.".length()) : "tooMany";
        String on = Homes.isOwnPath(next) ? "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8) : "";
        response.sendRedirect(request.getContextPath() + "/signin?why=" + why + on);
    }
}

package org.probity.web.signon;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.probity.kernel.Refusal;
import org.probity.signon.Departure;
import org.probity.web.identity.Homes;

/** The sign-ins a browser has set out on and not come back from, at most one for each of a few windows. Each is good once. */
final class Journeys implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "probity.journeys";
    private static final int MOST = 5;

    /** @param next where the person wanted to go, or null */
    record Journey(Departure departure, String next) implements Serializable {
    }

    private final LinkedHashMap<String, Journey> open = new LinkedHashMap<>();

    static Journeys of(HttpServletRequest request) {
        if (!(request.getSession().getAttribute(ATTRIBUTE) instanceof Journeys known)) {
            Journeys none = new Journeys();
            request.getSession().setAttribute(ATTRIBUTE, none);
            return none;
        }
        return known;
    }

    synchronized void add(Departure departure, String next) {
        open.put(departure.state(), new Journey(departure, next));
        Iterator<Map.Entry<String, Journey>> oldest = open.entrySet().iterator();
        while (open.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
    }

    /** The journey of that state, which nobody can take again. Whoever has set out on none is given no session for asking. */
    static Optional<Journey> take(HttpServletRequest request, String state) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Journeys known ? known.take(state) : Optional.empty();
    }

    private synchronized Optional<Journey> take(String state) {
        return Optional.ofNullable(state == null ? null : open.remove(state));
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

package org.probity.web.kernel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What somebody typed into a page whose session or view had ended before they sent it. Kept for the one next visit of the
 * same address; never files, never what opens a door.
 */
public final class Typed implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "probity.typed";
    private static final Pattern SECRET = Pattern.compile(".*(password|passphrase|secret|code).*|current|again");
    private static final int MOST_CHARACTERS = 100_000;
    private static final int SECONDS_TO_SIGN_IN = 15 * 60;

    private final String address;
    private final TreeMap<String, String[]> values;

    private Typed(String address, TreeMap<String, String[]> values) {
        this.address = address;
        this.values = values;
    }

    /** Keeps what was sent to that address. */
    public static void keep(HttpServletRequest request, String address) {
        TreeMap<String, String[]> values = new TreeMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            size += String.join("", entry.getValue()).length();
            if (isTyped(entry.getKey())) {
                values.put(entry.getKey(), entry.getValue());
            }
        }
        if (size <= MOST_CHARACTERS) {
            boolean stranger = request.getSession(false) == null;
            HttpSession session = request.getSession();
            session.setAttribute(ATTRIBUTE, new Typed(address, values));
            if (stranger) {
                session.setMaxInactiveInterval(SECONDS_TO_SIGN_IN);
            }
        }
    }

    /** Hands out what was kept for that address, once; null when there is nothing. */
    public static Map<String, String[]> take(HttpSession session, String address) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof Typed typed) || !typed.address.equals(address)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return typed.values;
    }

    private static boolean isTyped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("jakarta.faces") && !lower.startsWith("primefaces") && !SECRET.matcher(lower).matches();
    }
}

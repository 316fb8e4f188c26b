package org.probity.web.faces;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What somebody typed into a page whose session or view had ended before they sent it. Kept for the one next visit of the
 * same address; never files, never what opens a door.
 *
 * <p>Of people who have shown who they are it is kept in their session. Of a browser at which somebody has signed in before,
 * one form of that person is kept for as long as signing in takes, for them alone, and all of them together have a place that
 * is bounded. Nothing is kept for anybody else.
 */
public final class Typed implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = "probity.typed";
    private static final Pattern SECRET = Pattern.compile(".*(password|passphrase|secret|code).*|current|again");
    private static final int MOST_CHARACTERS = 100_000;

    /** So much that no few people can push out what others have typed. */
    private static final long MOST_CHARACTERS_OF_ALL = 16_000_000;
    private static final Duration TO_SIGN_IN = Duration.ofMinutes(15);
    private static final Cache<String, Typed> BY_ACCOUNT = Caffeine.newBuilder().maximumWeight(MOST_CHARACTERS_OF_ALL)
            .weigher((String account, Typed typed) -> typed.size()).expireAfterWrite(TO_SIGN_IN).build();

    private final String address;
    private final TreeMap<String, String[]> values;

    private Typed(String address, TreeMap<String, String[]> values) {
        this.address = address;
        this.values = values;
    }

    /** Keeps, in the session of whoever is signed in, what was sent to that address. */
    public static void keep(HttpServletRequest request, String address) {
        HttpSession session = request.getSession(false);
        if (session != null && request.getUserPrincipal() != null) {
            read(request, address).ifPresent(typed -> session.setAttribute(ATTRIBUTE, typed));
        }
    }

    /**
     * Keeps what was sent to that address by a browser that nobody is signed in at.
     *
     * @param browser what it carries: the account of whoever signed in there last, a dot, and what proves it; proven already
     */
    public static void keep(HttpServletRequest request, String address, String browser) {
        read(request, address).ifPresent(typed -> BY_ACCOUNT.put(browser.substring(0, browser.indexOf('.')), typed));
    }

    private static Optional<Typed> read(HttpServletRequest request, String address) {
        TreeMap<String, String[]> values = new TreeMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            size += entry.getKey().length() + String.join("", entry.getValue()).length();
            if (isTyped(entry.getKey())) {
                values.put(entry.getKey(), entry.getValue());
            }
        }
        return size <= MOST_CHARACTERS ? Optional.of(new Typed(address, values)) : Optional.empty();
    }

    private int size() {
        return address.length() + values.entrySet().stream().mapToInt(entry -> entry.getKey().length()
                + Arrays.stream(entry.getValue()).mapToInt(String::length).sum()).sum();
    }

    /** Hands out what was kept for that address, once; null when there is nothing. What a browser kept is its person's only. */
    public static Map<String, String[]> take(HttpServletRequest request, String address, Long account) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(ATTRIBUTE) instanceof Typed typed && typed.address.equals(address)) {
            session.removeAttribute(ATTRIBUTE);
            return typed.values;
        }
        Typed typed = account == null ? null : BY_ACCOUNT.getIfPresent(account.toString());
        if (typed == null || !typed.address.equals(address)) {
            return null;
        }
        BY_ACCOUNT.invalidate(account.toString());
        return typed.values;
    }

    private static boolean isTyped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("jakarta.faces") && !lower.startsWith("primefaces") && !SECRET.matcher(lower).matches();
    }
}

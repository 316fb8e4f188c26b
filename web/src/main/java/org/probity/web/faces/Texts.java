package org.probity.web.faces;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.probity.kernel.Language;

/**
 * Looks texts up. A key such as {@code removal.request.title} lives in the bundle its first segment names,
 * {@code text/removal.properties}. Apostrophes are written as they are, also where there are arguments: Welsh is full of them.
 */
public final class Texts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The bundles there are. Others are not looked for: keys are put together of what archives say, too. */
    static final Set<String> BUNDLES = Set.of("administration", "api", "archive", "audit", "calendar", "cooperation", "detection", "documents",
            "evidence", "findings", "frame", "identity", "investigation", "kernel", "notification", "operator", "policy", "process", "referral",
            "removal", "report", "signon", "tenancy", "worklist");

    private Texts() {
    }

    /** The text, or the key between question marks where there is none, so that it is seen. */
    public static String get(Language language, String key) {
        return find(language, key).orElse("???" + key + "???");
    }

    /** The text with its arguments put in; days and instants are written out in that language. */
    public static String of(Language language, String key, Object... args) {
        String pattern = get(language, key);
        if (args == null || args.length == 0) {
            return pattern;
        }
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = shown(language, args[i]);
        }
        return new MessageFormat(pattern.replace("'", "''"), language.locale()).format(shown);
    }

    /** The text, or nothing where the bundle has no such key. */
    public static Optional<String> find(Language language, String key) {
        int dot = key.indexOf('.');
        if (dot < 1 || !BUNDLES.contains(key.substring(0, dot))) {
            return Optional.empty();
        }
        try {
            ResourceBundle bundle = ResourceBundle.getBundle("text." + key.substring(0, dot), language.locale(),
                    Texts.class.getClassLoader(), NO_FALLBACK);
            return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    private static Object shown(Language language, Object arg) {
        if (arg instanceof LocalDate day) {
            return Dates.day(language, day);
        }
        return arg instanceof Instant instant ? Dates.moment(language, instant) : arg;
    }
}

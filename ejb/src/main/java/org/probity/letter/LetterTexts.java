package org.probity.letter;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.probity.kernel.Days;
import org.probity.kernel.Language;

/**
 * Texts of letters and mail. The first segment of a key names its bundle: {@code removal.title} is found in
 * {@code letters/removal.properties} and, in Welsh, in {@code letters/removal_cy.properties}.
 *
 * <p>Texts are message formats in which an apostrophe is just an apostrophe.
 */
public final class LetterTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private LetterTexts() {
    }

    /**
     * The text with its arguments filled in. A {@link LocalDate} becomes {@link #date}, an {@link Instant} becomes
     * {@link #moment}, a number its plain digits.
     *
     * @throws MissingResourceException where the bundle or the key does not exist: a mistake of ours
     */
    public static String get(Language language, String key, Object... args) {
        String text = bundle(language, key).getString(key);
        if (args.length == 0) {
            return text;
        }
        Object[] words = Arrays.stream(args).map(arg -> words(language, arg, text)).toArray();
        return new MessageFormat(text.replace("'", "''"), language.locale()).format(words);
    }

    /** Whether there is such a text. */
    public static boolean has(Language language, String key) {
        return bundle(language, key).containsKey(key);
    }

    /** A day in words: "Thursday 26 November 2026", "dydd Iau 26 Tachwedd 2026". */
    public static String date(Language language, LocalDate day) {
        String weekday = get(language, "layout.day." + day.getDayOfWeek().getValue());
        return weekday + " " + shortDate(language, day);
    }

    /** A day in words without the weekday: "26 November 2026". */
    public static String shortDate(Language language, LocalDate day) {
        return day.getDayOfMonth() + " " + get(language, "layout.month." + day.getMonthValue()) + " " + day.getYear();
    }

    /** Day and time in London: "Thursday 26 November 2026 at 17:00". */
    public static String moment(Language language, Instant instant) {
        String time = CLOCK.format(instant.atZone(Days.LONDON));
        return get(language, "layout.moment", date(language, Days.of(instant)), time);
    }

    private static Object words(Language language, Object arg, String text) {
        if (arg instanceof LocalDate day) {
            return date(language, day);
        }
        if (arg instanceof Instant instant) {
            return moment(language, instant);
        }
        return arg instanceof Number && !text.contains(",choice,") ? arg.toString() : arg;
    }

    private static ResourceBundle bundle(Language language, String key) {
        String name = key.substring(0, key.indexOf('.'));
        return ResourceBundle.getBundle("letters/" + name, Locale.forLanguageTag(language.code()),
                LetterTexts.class.getClassLoader(), NO_FALLBACK);
    }
}

package org.probity.kernel;

import java.util.Locale;

/** The two languages Probity speaks. */
public enum Language {
    EN(Locale.UK), CY(Locale.forLanguageTag("cy-GB"));

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** ISO 639-1 code, as used in {@code lang} attributes. */
    public String code() {
        return locale.getLanguage();
    }

    /** The language of a tag such as {@code cy} or {@code cy-GB}; English for anything else. */
    public static Language of(String tag) {
        return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("cy") ? CY : EN;
    }
}

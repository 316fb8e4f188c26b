package org.probity.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names a case in speech and writing, such as CHSCB-2026-482193. */
public final class CaseReference {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,12}-\\d{4}-\\d{4,8}");

    private CaseReference() {
    }

    /** @param number of four to eight digits */
    public static String of(String prefix, int year, int number) {
        return "%s-%d-%04d".formatted(prefix, year, number);
    }

    /** Whether the text is one and nothing else. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Each that stands in the text. */
    public static Matcher in(String text) {
        return FORM.matcher(text);
    }
}

package org.probity.kernel;

/** What a text is made of. Some signs come in two halves (surrogates): one without the other is no text, and not every writer takes it. */
public final class Signs {

    private Signs() {
    }

    /** Whether every database and every writer takes the text as it is: no U+0000, which PostgreSQL refuses, and no half of a sign. */
    public static boolean areKept(String text) {
        return text.codePoints().noneMatch(sign -> sign == 0 || sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE);
    }

    /**
     * The beginning of a text, without a sign that would be cut in half.
     *
     * @param longest in characters of Java
     */
    public static String first(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        boolean halves = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1)) && Character.isLowSurrogate(text.charAt(longest));
        return text.substring(0, halves ? longest - 1 : longest);
    }
}

package org.probity.kernel;

/** What a text is made of. Some signs come in two halves (surrogates): one without the other is no text, and not every writer takes it. */
public final class CodePoints {

    /** Letters and a symbol by name that show nothing: fillers of Hangul and the Braille cell without a dot. */
    private static final String EMPTY = "\u115F\u1160\u3164\uFFA0\u2800";

    private CodePoints() {
    }

    /** The text, or null where nothing in it can be seen: no sign at all, or spaces of any kind, controls, marks on nothing. */
    public static String seenIn(String text) {
        return text == null || text.codePoints().noneMatch(CodePoints::isSeen) ? null : text;
    }

    private static boolean isSeen(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> EMPTY.indexOf(sign) < 0;
        };
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

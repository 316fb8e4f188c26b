package org.probity.kernel;

/**
 * What is looked for with {@code like … escape '!'}: in what somebody typed, the signs that stand for others stand for
 * themselves. Only what is written here around it stands for more.
 */
public final class Like {

    /** Longest text looked for, in characters; no column that is looked through holds longer ones. */
    public static final int LONGEST = 300;

    private static final char ESCAPE = '!';

    private Like() {
    }

    /** Condition that the expression is like the parameter, whose value is made here. */
    public static String in(String expression, String parameter) {
        return expression + " like :" + parameter + " escape '!'";
    }

    /**
     * Whatever holds the text somewhere; null and blank text is held by everything.
     *
     * @param field to name in the refusal
     * @throws Refusal INVALID where the text is too long
     */
    public static String holding(String field, String text) {
        return text == null || text.isBlank() ? "%" : "%" + literally(field, text.strip()) + "%";
    }

    /** Whatever begins with the text. @throws Refusal INVALID where it is too long */
    public static String beginning(String field, String text) {
        return literally(field, text) + "%";
    }

    /** Whatever ends with the text. @throws Refusal INVALID where it is too long */
    public static String ending(String field, String text) {
        return "%" + literally(field, text);
    }

    /** For a query with another sign to escape by. */
    public static String literally(String text, char escape) {
        StringBuilder plain = new StringBuilder();
        text.chars().forEach(sign -> {
            if (sign == '%' || sign == '_' || sign == escape) {
                plain.append(escape);
            }
            plain.append((char) sign);
        });
        return plain.toString();
    }

    private static String literally(String field, String text) {
        if (text.length() > LONGEST) {
            throw Refusal.invalid(field, "kernel.refused.tooLong", LONGEST);
        }
        return literally(text, ESCAPE);
    }
}

package org.probity.ear.log;

/** Text as it may stand in a log. */
final class Plain {

    private Plain() {
    }

    /** With no sign in it that begins a line, steers a terminal or turns the direction of writing, and not too long. */
    static String text(String text, int longest) {
        if (text == null) {
            return "";
        }
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(longest).forEach(sign -> append(plain, sign));
        return plain.append(text.codePointCount(0, text.length()) > longest ? "…" : "").toString();
    }

    private static void append(StringBuilder plain, int sign) {
        switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE,
                    Character.PRIVATE_USE, Character.UNASSIGNED -> plain.append(sign == '\n' ? "\\n" : sign == '\t' ? " " : String.format("\\u%04x", sign));
            default -> plain.appendCodePoint(sign);
        }
    }
}

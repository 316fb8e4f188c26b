package org.probity.kernel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as {@link GivenAway} reads it: invisible signs gone, every space and dash one of its kind, cut into words and the marks
 * between them. Its length times a constant is all that this costs.
 */
final class GivenAwayText {

    private static final String OPENING = "\"'([{<-/~:=;,|.*>";
    private static final String CLOSING = ")]}>,;:.?!|/~-\"'=*";
    private static final String INSIDE = ":=~|;/(?,";

    /** What is written with one sign for a letter: one of them may stand in a word that is looked for. */
    private static final String SIGNS = "@0$";
    private static final String LETTERS = "aos";

    /** Longest word that is looked for, in characters. */
    private static final int WORD = 40;

    /**
     * A word, a mark or an address of the web.
     *
     * @param raw as it was written
     * @param word folded, without marks inside; of a mark the mark
     * @param joins a mark with no space on either side
     */
    record Token(String raw, String word, boolean isMark, boolean joins) {

        boolean is(String mark) {
            return isMark && raw.equals(mark);
        }

        boolean isAddress() {
            return raw.contains("://");
        }
    }

    private final List<Token> tokens = new ArrayList<>();

    GivenAwayText(String text) {
        for (String line : plain(text).split("\n")) {
            int start = 0;
            for (int i = 0; i <= line.length(); i++) {
                if (i == line.length() || line.charAt(i) == ' ') {
                    chunk(line.substring(start, i));
                    start = i + 1;
                }
            }
            mark('\n');
        }
    }

    int size() {
        return tokens.size();
    }

    /** Null before the text and after it. */
    Token at(int i) {
        return i < 0 || i >= tokens.size() ? null : tokens.get(i);
    }

    /** The word there, folded; empty where none is. */
    String word(int i) {
        Token token = at(i);
        return token == null || token.isMark() ? "" : token.word();
    }

    /** Whether a sentence or a line ends there. */
    boolean endsAt(int i) {
        return at(i).is(".") && !isShort(i - 1) || at(i).is("!") || at(i).is("\n");
    }

    /** A word that ends with a full stop of its own. */
    private boolean isShort(int i) {
        return word(i).equals("no") || at(i) != null && at(i).raw().indexOf('.') > 0 && word(i).length() == 2;
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(sign -> append(plain, sign));
        return plain.toString();
    }

    private static void append(StringBuilder plain, int sign) {
        switch (Character.getType(sign)) {
            case Character.FORMAT -> { }
            case Character.SPACE_SEPARATOR -> plain.append(' ');
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> plain.append(sign == '\t' ? ' ' : '\n');
            case Character.DASH_PUNCTUATION -> plain.append('-');
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION ->
                    plain.append(sign == '\u2018' || sign == '\u2019' || sign == '\u201b' ? '\'' : '"');
            case Character.MATH_SYMBOL -> plain.appendCodePoint(sign < 128 ? sign : ':');
            case Character.OTHER_SYMBOL -> plain.append(' ');
            case Character.NON_SPACING_MARK -> {
                if (sign < '\ufe00' || sign > '\ufe0f') {
                    plain.appendCodePoint(sign);
                }
            }
            default -> plain.appendCodePoint(sign);
        }
    }

    /** What stands between two spaces. */
    private void chunk(String chunk) {
        int start = 0;
        int end = chunk.length();
        if (chunk.contains("://")) {
            tokens.add(new Token(chunk, "", false, false));
            return;
        }
        while (start < end && OPENING.indexOf(chunk.charAt(start)) >= 0) {
            mark(chunk.charAt(start++));
        }
        int closed = end;
        while (closed > start && CLOSING.indexOf(chunk.charAt(closed - 1)) >= 0) {
            closed--;
        }
        inside(chunk.substring(start, closed));
        for (int i = closed; i < end; i++) {
            mark(chunk.charAt(i));
        }
    }

    private void inside(String core) {
        int start = 0;
        for (int i = 1; i < core.length(); i++) {
            if (INSIDE.indexOf(core.charAt(i)) >= 0 && isApart(core, start, i)) {
                word(core.substring(start, i));
                mark(core.charAt(i), true);
                start = i + 1;
            }
        }
        word(core.substring(start));
    }

    /** Signs between figures belong to them, and p/w is one word. */
    private static boolean isApart(String core, int start, int at) {
        boolean figures = Character.isDigit(core.charAt(at - 1)) && at + 1 < core.length() && Character.isDigit(core.charAt(at + 1));
        return at > start && !figures && !(core.length() == 3 && core.equalsIgnoreCase("p/w"));
    }

    /** With what hangs on it by an apostrophe: {@code it's}, {@code yw'r}. */
    private void word(String raw) {
        int apostrophe = raw.lastIndexOf('\'');
        if (apostrophe > 0 && raw.length() - apostrophe <= 3 && !Character.isDigit(raw.charAt(raw.length() - 1))) {
            add(raw.substring(0, apostrophe));
            add(raw.substring(apostrophe + 1));
        } else if (!raw.isEmpty()) {
            add(raw);
        }
    }

    private void add(String raw) {
        if (!raw.isEmpty()) {
            tokens.add(new Token(raw, raw.length() > WORD ? "" : folded(raw), false, false));
        }
    }

    private static String folded(String raw) {
        StringBuilder word = new StringBuilder();
        int signs = 0;
        int letters = 0;
        for (char sign : Letters.fold(raw, WORD).toCharArray()) {
            int stands = SIGNS.indexOf(sign);
            signs += stands >= 0 ? 1 : 0;
            letters += Character.isLetter(sign) ? 1 : 0;
            if (stands >= 0 || Character.isLetterOrDigit(sign)) {
                word.append(stands < 0 ? sign : LETTERS.charAt(stands));
            }
        }
        return signs == 0 ? word.toString() : signs == 1 && letters > 3 ? word.toString() : Letters.fold(raw, WORD);
    }

    private void mark(char sign) {
        mark(sign, false);
    }

    private void mark(char sign, boolean joins) {
        tokens.add(new Token(String.valueOf(sign), String.valueOf(sign), true, joins));
    }
}

package org.probity.disclosure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;

/**
 * A text as its words and other signs, in order. Spaces, line ends and how an accent is coded make no difference; capitals do. What
 * stands in square brackets on one line counts as one word, if it is short.
 */
record Wording(String text, List<Word> words) {

    /** What is printed where something was taken out. */
    static final String GAP = "[…]";

    /** Most signs in square brackets that count as one word. */
    static final int BRACKETED = 60;

    private static final String BARS = "█■";
    private static final String JOINERS = "'’-‐‑.@_";

    /**
     * One of them.
     *
     * @param key the same for what counts as the same
     * @param start place of its first sign
     * @param end place after its last
     */
    record Word(String key, int start, int end) {

        boolean bracketed() {
            return key.length() > 1 && key.charAt(0) == '[';
        }

        boolean isGap() {
            return key.equals(GAP);
        }

        /** Holds a letter or a number. */
        boolean spoken() {
            return key.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }

    static Wording of(String text) {
        List<Word> words = new ArrayList<>();
        int end;
        for (int at = 0; at < text.length(); at = end) {
            end = end(text, at);
            if (!isSpace(text.codePointAt(at))) {
                words.add(new Word(key(text.substring(at, end)), at, end));
            }
        }
        return new Wording(text, words);
    }

    private static int end(String text, int at) {
        int sign = text.codePointAt(at);
        int next = at + Character.charCount(sign);
        if (isBar(sign)) {
            return barsEnd(text, at);
        }
        return sign == '[' ? bracketsEnd(text, next) : isOfWord(sign) ? wordEnd(text, next) : next;
    }

    private static int barsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isBar(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Just the bracket where no short text stands in it, or one that could turn round what stands beside it. */
    private static int bracketsEnd(String text, int from) {
        for (int at = from; at < Math.min(text.length(), from + BRACKETED + 1); at++) {
            char sign = text.charAt(at);
            if (sign == ']') {
                return at + 1;
            }
            if (sign == '[' || Character.isISOControl(sign) || Character.getType(sign) == Character.FORMAT) {
                return from;
            }
        }
        return from;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (isOfWord(text.codePointAt(end)) || joins(text, end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** As in "don't", "two-year-old", "example.org". */
    private static boolean joins(String text, int at) {
        return JOINERS.indexOf(text.charAt(at)) >= 0 && at + 1 < text.length() && isOfWord(text.codePointAt(at + 1));
    }

    private static boolean isOfWord(int sign) {
        return Character.isLetterOrDigit(sign) || switch (Character.getType(sign)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean isBar(int sign) {
        return BARS.indexOf(sign) >= 0;
    }

    private static boolean isSpace(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    private static String key(String word) {
        String folded = Normalizer.normalize(word, Normalizer.Form.NFC);
        if (isBar(folded.charAt(0))) {
            return GAP;
        }
        return folded.charAt(0) != '[' || folded.length() == 1 ? folded : bracketedKey(folded.substring(1, folded.length() - 1));
    }

    private static String bracketedKey(String inner) {
        boolean empty = inner.codePoints().allMatch(sign -> sign == '.' || sign == '…' || isSpace(sign));
        return empty ? GAP : "[" + String.join(" ", Collections.list(new StringTokenizer(inner)).toArray(String[]::new)) + "]";
    }

    int size() {
        return words.size();
    }

    Word at(int place) {
        return words.get(place);
    }

    /** What stands between the word before that place and the one at it: spaces, line ends, or nothing. */
    String before(int place) {
        return place == 0 || place >= size() ? "" : text.substring(at(place - 1).end(), at(place).start());
    }

    /** The words from that place up to the other, as the text has them. */
    String between(int from, int to) {
        return from >= to ? "" : text.substring(at(from).start(), at(to - 1).end());
    }

    /**
     * Some of these words that stand in another text.
     *
     * @param start place of the first of them there
     */
    record Run(int start, int length) {
    }

    /**
     * As many words as possible, from that place on, that also stand in the source next to each other, from another place on; where
     * they do so more than once, the first time. By the algorithm of Knuth, Morris and Pratt, which reads each text once.
     */
    Run longest(int from, Wording source, int earliest) {
        int[] again = again(from);
        Run best = new Run(earliest, 0);
        int length = 0;
        for (int place = earliest; place < source.size() && best.length() < again.length; place++) {
            length = extended(from, length, source.at(place), again);
            if (length > best.length()) {
                best = new Run(place - length + 1, length);
            }
        }
        return best;
    }

    /** For the first words from that place on, each number of them: how many of those end as they begin. */
    private int[] again(int from) {
        int[] again = new int[size() - from];
        for (int i = 1; i < again.length; i++) {
            again[i] = extended(from, again[i - 1], at(from + i), again);
        }
        return again;
    }

    private int extended(int from, int length, Word next, int[] again) {
        int kept = length;
        while (kept > 0 && !at(from + kept).key().equals(next.key())) {
            kept = again[kept - 1];
        }
        return at(from + kept).key().equals(next.key()) ? kept + 1 : 0;
    }
}

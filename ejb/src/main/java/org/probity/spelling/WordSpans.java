package org.probity.spelling;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.probity.kernel.Letters;

/** The words of a text in their order, with their capitals and what is written between them. */
public final class WordSpans {

    public static final int LONGEST_PART = 40;

    /** What may follow a word that is not part of a longer one. */
    private static final String CLOSING = ".,;:!?)]}\"”»–—";

    private final String cased;
    private final List<String> words;
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int count;

    /** @param cased as {@link Letters#cased} has it, or the folded text itself @param folded the same by {@link Letters#lower} */
    public WordSpans(String cased, String folded) {
        this.cased = cased;
        int start = -1;
        for (int i = 0; i <= cased.length(); i++) {
            boolean inside = i < cased.length() && (Character.isLetterOrDigit(cased.charAt(i)) || Character.isSurrogate(cased.charAt(i)));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                add(start, i);
                start = -1;
            }
        }
        words = IntStream.range(0, count).mapToObj(i -> folded.substring(from[i], Math.min(to[i], from[i] + LONGEST_PART))).toList();
    }

    private void add(int start, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = start;
        to[count++] = end;
    }

    /** Folded text without what stands in brackets, unless nothing else is there. One that is never closed reaches to the end. */
    public static String withoutBrackets(String folded) {
        StringBuilder outside = new StringBuilder(folded.length());
        int depth = 0;
        for (int i = 0; i < folded.length(); i++) {
            char sign = folded.charAt(i);
            int type = Character.getType(sign);
            boolean closes = type == Character.END_PUNCTUATION;
            depth += type == Character.START_PUNCTUATION ? 1 : closes && depth > 0 ? -1 : 0;
            outside.append(depth > 0 || closes ? ' ' : sign);
        }
        return outside.chars().anyMatch(Character::isLetterOrDigit) ? outside.toString() : folded;
    }

    /** The same, but where one of these words stands in brackets: {@code Ann Hughes (and Mr Evans)} is then read with a stroke for each. */
    public static String withoutBrackets(String cased, Set<String> unless) {
        String without = withoutBrackets(cased);
        return without.equals(cased) || count(cased, unless) == count(without, unless) ? without : withStrokes(cased);
    }

    /** A stroke for each bracket. */
    public static String withStrokes(String cased) {
        return cased.chars().map(sign -> isBracket(sign) ? '/' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isBracket(int sign) {
        return Character.getType(sign) == Character.START_PUNCTUATION || Character.getType(sign) == Character.END_PUNCTUATION;
    }

    private static long count(String cased, Set<String> among) {
        String folded = Letters.lower(cased);
        return new WordSpans(folded, folded).words().stream().filter(among::contains).count();
    }

    /** Runs of letters and digits of folded text, in their order, none of them longer than {@link #LONGEST_PART}. */
    public static List<String> words(String folded) {
        return new WordSpans(folded, folded).words();
    }


    /** Folded. */
    public List<String> words() {
        return words;
    }

    /** Whether some letters are capitals and others are not. */
    public boolean hasBothCases() {
        return cased.chars().anyMatch(Character::isUpperCase) && cased.chars().anyMatch(Character::isLowerCase);
    }

    /** The word, or nothing beyond the ends of the text. */
    public String word(int at) {
        return at < 0 || at >= count ? "" : words.get(at);
    }

    public boolean isCapital(int at) {
        return at >= 0 && at < count && Character.isUpperCase(cased.charAt(from[at]));
    }

    public boolean isAllCapitals(int at) {
        return cased.substring(from[at], to[at]).chars().allMatch(Character::isUpperCase);
    }

    /** Whether a full stop follows it. */
    public boolean isStopped(int at) {
        return signBehind(at) == '.';
    }

    /** Whether it is no part of what is written on behind it, such as {@code e-mail}. */
    public boolean isApart(int at) {
        char sign = signBehind(at);
        return Character.isWhitespace(sign) || CLOSING.indexOf(sign) >= 0;
    }

    private char signBehind(int at) {
        return to[at] < cased.length() ? cased.charAt(to[at]) : ' ';
    }

    /** Whether nothing but spaces and such signs stand between the word and the next one. */
    public boolean isFollowedBy(int at, String signs) {
        if (at < 0 || at + 1 >= count) {
            return false;
        }
        return cased.substring(to[at], from[at + 1]).chars().allMatch(sign -> Character.isWhitespace(sign) || signs.indexOf(sign) >= 0);
    }

    /** What stands between the word and the next one. */
    public String between(int at) {
        return cased.substring(to[at], from[at + 1]);
    }

    /** {@code Manager-Hughes}, which {@code Line-manager} and {@code Ex-PC} are not. */
    public boolean isHalf(int at) {
        return at + 1 < count && between(at).equals("-") && !BesideNames.isPost(word(at + 1));
    }

    /** Whether something else than spaces, or nothing, stands behind the word. */
    public boolean isSetOff(int at) {
        return at + 1 >= count || !isFollowedBy(at, "");
    }

    /** The text with other words in their places, where there are any, and nothing between those that are joined and the next ones. */
    public String written(Map<Integer, String> others, BitSet joined) {
        StringBuilder written = new StringBuilder(cased.length());
        int read = 0;
        for (int i = 0; i < count; i++) {
            String other = others.get(i);
            written.append(cased, read, from[i]).append(other == null ? cased.substring(from[i], to[i]) : other);
            read = joined.get(i) ? from[i + 1] : to[i];
        }
        return written.append(cased, read, cased.length()).toString();
    }
}

package org.probity.spelling;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.probity.kernel.Letters;

/**
 * What surnames begin with, written apart from the rest of them or not: {@code van der Berg} is {@code Vanderberg}, {@code Al-Hassan}
 * {@code Alhassan}. Closed, a surname is one word, whoever writes it.
 */
public final class Prefixes {

    private static final Set<String> ALL = Set.of("o", "mc", "mac", "fitz", "de", "da", "di", "la", "le", "du", "van", "von", "der", "den", "al",
            "el", "ap", "ab", "ferch", "verch", "st", "saint", "bin", "ibn", "bint", "abu", "abdul", "abd", "dos", "das", "del", "della", "dela", "san");

    /** Those that are one prefix in another spelling. */
    private static final Map<String, String> SPELLED = Map.of("el", "al", "saint", "st", "verch", "ferch", "ibn", "bin", "mac", "mc");

    /** A letter is an initial where a full stop follows it, or where no first name stands before it. */
    private static final String LETTERS = "od";

    /** Those of them that are known in front of a word that they are part of. */
    private static final List<String> INSIDE = List.of("mac", "saint");
    private static final int SHORTEST_REST = 3;

    private static final String STOPPED = "st";
    private static final int LONGEST = 9;

    private Prefixes() {
    }

    public static boolean isOne(String word) {
        return ALL.contains(word);
    }

    /** The text with such surnames as one word, its capitals and the other signs as they were typed. @param longest characters of it that are read */
    public static String closed(String text, int longest) {
        String cased = Letters.cased(text, longest);
        WordSpans spans = new WordSpans(cased, Letters.lower(cased));
        BitSet joined = new BitSet();
        Map<Integer, String> spelled = new HashMap<>();
        int length = 0;
        for (int i = 0; i < spans.words().size(); i++) {
            String word = spans.word(i);
            length = length < LONGEST && isBefore(spans, i) ? length + word.length() : 0;
            String other = length > 0 ? SPELLED.get(word) : inside(word);
            if (length > 0) {
                joined.set(i);
            }
            if (other != null) {
                spelled.put(i, spans.isCapital(i) ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other);
            }
        }
        return joined.isEmpty() && spelled.isEmpty() ? cased : spans.written(spelled, joined);
    }

    /** What is left of a surname without what it begins with; itself where that is nothing. */
    public static String without(String surname) {
        return IntStream.range(1, surname.length() - SHORTEST_REST + 1).filter(length -> isOne(surname.substring(0, length))).max().stream()
                .mapToObj(surname::substring).map(Prefixes::without).findFirst().orElse(surname);
    }

    private static String inside(String word) {
        return INSIDE.stream().filter(prefix -> word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST_REST)
                .map(prefix -> SPELLED.get(prefix) + word.substring(prefix.length())).findFirst().orElse(null);
    }

    private static boolean isBefore(WordSpans spans, int at) {
        String word = spans.word(at);
        if (!isOne(word) && !isLetter(word) || spans.word(at + 1).length() < 2 || !Character.isLetter(spans.word(at + 1).charAt(0))) {
            return false;
        }
        boolean named = spans.isFollowedBy(at - 1, "") && !Titles.isOne(spans.word(at - 1));
        return isLetter(word) ? named && spans.isFollowedBy(at, "") : spans.isFollowedBy(at, word.equals(STOPPED) ? ".-" : "-");
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && LETTERS.contains(word);
    }

    /** The words with such surnames as one of them; an initial and a surname stay two. */
    public static List<String> closed(List<String> words) {
        List<String> closed = new ArrayList<>();
        String prefix = "";
        for (String word : words) {
            boolean open = isOne(word) && prefix.length() < LONGEST;
            if (!open) {
                closed.add(prefix + word);
            }
            prefix = open ? prefix + word : "";
        }
        if (!prefix.isEmpty()) {
            closed.add(prefix);
        }
        return closed.size() > 1 ? closed : words;
    }
}

package org.probity.spelling;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as people write them in haste: misspelt, {@code Safegaurding}, or cut short, {@code Coord}. */
final class HastyWords {

    private static final int SHORTEST = 3;

    /** Letters of a word that is misspelt: shorter ones are like too many others. */
    private static final int SHORTEST_MISSPELT = 6;

    /** Letters at most that are left of a longer one, and at least that are cut off. */
    private static final int LONGEST_LEFT = 6;
    private static final int CUT = 2;

    private static final String MANY = "s";

    private final NavigableSet<String> words;

    /** By the first letter, which hardly anybody gets wrong. */
    private final Map<Character, List<Word>> longer;

    private record Word(String word, long letters) {
    }

    HastyWords(Stream<String> listed) {
        words = listed.filter(word -> word.length() > SHORTEST && word.charAt(0) != '-').collect(Collectors.toCollection(TreeSet::new));
        longer = words.stream().filter(word -> word.length() >= SHORTEST_MISSPELT).map(word -> new Word(word, LikenessIndex.letters(word)))
                .collect(Collectors.groupingBy(one -> one.word().charAt(0)));
    }

    /** @param word folded */
    boolean has(String word) {
        return word.length() >= SHORTEST && word.length() <= LONGEST_LEFT && isCut(word) || word.length() >= SHORTEST_MISSPELT && isMisspelt(word);
    }

    private boolean isCut(String word) {
        return words.tailSet(word, false).stream().takeWhile(whole -> whole.startsWith(word))
                .anyMatch(whole -> whole.length() >= word.length() + CUT);
    }

    private boolean isMisspelt(String word) {
        long letters = LikenessIndex.letters(word);
        return longer.getOrDefault(word.charAt(0), List.of()).stream()
                .filter(one -> Long.bitCount(one.letters() ^ letters) <= Likeness.mostUnshared(word.length(), one.word().length()))
                .anyMatch(one -> isMisspelt(word, one.word()));
    }

    /** Not with another last letter, which makes a surname of it: {@code Auditore}. One of many is called so: {@code Partner}. */
    private static boolean isMisspelt(String word, String listed) {
        boolean ending = word.regionMatches(0, listed, 0, Math.max(word.length(), listed.length()) - 1);
        return ending ? word.equals(listed + MANY) || listed.startsWith(word) && !listed.endsWith(MANY) : Likeness.isSlip(word, listed);
    }
}

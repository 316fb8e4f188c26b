package org.probity.identity;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the words of a text stand: which of them stand beside each other is asked of all places at once. */
final class WordPlaces {

    private static final BitSet NOWHERE = new BitSet(0);

    private final Map<String, BitSet> places = new HashMap<>();

    WordPlaces(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            places.computeIfAbsent(words.get(i), none -> new BitSet()).set(i);
        }
    }

    boolean has(String word) {
        return places.containsKey(word);
    }

    /** Not to be changed. */
    BitSet of(String word) {
        return places.getOrDefault(word, NOWHERE);
    }

    /** Of any of them. */
    BitSet of(Collection<String> words) {
        BitSet all = new BitSet();
        words.forEach(word -> all.or(of(word)));
        return all;
    }

    /** Whether all of them stand within so many words, in any order. */
    boolean within(List<String> words, int window) {
        if (!words.stream().allMatch(this::has)) {
            return false;
        }
        BitSet starts = null;
        for (String word : words) {
            BitSet near = startsOf(word, window);
            if (starts == null) {
                starts = near;
            } else {
                starts.and(near);
            }
        }
        return starts != null && !starts.isEmpty();
    }

    /** Where so many words begin of which that is one. */
    private BitSet startsOf(String word, int window) {
        BitSet places = of(word);
        BitSet starts = (BitSet) places.clone();
        for (int i = 1; i < window; i++) {
            starts.or(shifted(places, i));
        }
        return starts;
    }

    /** Whether one of the second stands so many words behind one of the first. */
    static boolean follow(BitSet first, BitSet second, int by) {
        return !first.isEmpty() && !second.isEmpty() && first.intersects(shifted(second, by));
    }

    /** Those of the first that one of the second stands right behind. */
    static BitSet before(BitSet first, BitSet second) {
        BitSet before = first.isEmpty() || second.isEmpty() ? new BitSet() : shifted(second, 1);
        before.and(first);
        return before;
    }

    private static BitSet shifted(BitSet places, int by) {
        return places.get(by, Math.max(by, places.length()));
    }
}

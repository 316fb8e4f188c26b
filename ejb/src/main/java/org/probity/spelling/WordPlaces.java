package org.probity.spelling;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the words of a text stand: which of them stand beside each other is asked of all places at once. */
public final class WordPlaces {

    /** Not to be changed. */
    public static final BitSet NOWHERE = new BitSet(0);

    private final Map<String, BitSet> places = new HashMap<>();

    public WordPlaces(List<String> words) {
        this(words, Stream::of);
    }

    /** @param forms by which each word is found */
    public WordPlaces(List<String> words, Function<String, Stream<String>> forms) {
        IntStream.range(0, words.size()).forEach(i -> forms.apply(words.get(i))
                .forEach(form -> places.computeIfAbsent(form, none -> new BitSet()).set(i)));
    }

    public Set<String> all() {
        return places.keySet();
    }

    public boolean has(String word) {
        return places.containsKey(word);
    }

    /** Not to be changed. */
    public BitSet of(String word) {
        return places.getOrDefault(word, NOWHERE);
    }

    /** Of any of them. */
    public BitSet of(Collection<String> words) {
        BitSet all = new BitSet();
        words.forEach(word -> all.or(of(word)));
        return all;
    }

    /** Whether all of them stand within so many words, in any order. */
    public boolean within(List<String> words, int window) {
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
    public static boolean follow(BitSet first, BitSet second, int by) {
        return !first.isEmpty() && !second.isEmpty() && first.intersects(shifted(second, by));
    }

    /** Whether a word of one stands beside one of the other, or no more than so many words that are no bars stand between them. */
    public static boolean areNear(BitSet one, BitSet other, int between, BitSet bars) {
        return !one.isEmpty() && !other.isEmpty() && (isReached(one, other, between, bars) || isReached(other, one, between, bars));
    }

    /** Those of the places that none of the others is before by so many words, or behind where it is negative. */
    public static BitSet without(BitSet places, BitSet others, int by) {
        BitSet left = (BitSet) places.clone();
        others.stream().filter(other -> other + by >= 0).forEach(other -> left.clear(other + by));
        return left;
    }

    private static boolean isReached(BitSet first, BitSet second, int between, BitSet bars) {
        BitSet reached = second;
        for (int i = 0; i <= between && !reached.isEmpty(); i++) {
            reached = shifted(reached, 1);
            if (first.intersects(reached)) {
                return true;
            }
            reached.andNot(bars);
        }
        return false;
    }

    /** Those of the first that one of the second stands right behind. */
    public static BitSet before(BitSet first, BitSet second) {
        BitSet before = first.isEmpty() || second.isEmpty() ? new BitSet() : shifted(second, 1);
        before.and(first);
        return before;
    }

    private static BitSet shifted(BitSet places, int by) {
        return places.get(by, Math.max(by, places.length()));
    }
}

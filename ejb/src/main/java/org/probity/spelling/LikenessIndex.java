package org.probity.spelling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a text, each once, found by what makes one of them and a part of a name alike: nobody's name is compared with
 * every word. A slip of the pen is looked for among words of about the same letters alone.
 */
public final class LikenessIndex {

    /** Comparisons that are made for one text, which no text that means somebody comes near. */
    public static final int MOST = 1_000_000;

    /** A look at the letters of so many words takes no longer than one comparison. */
    private static final int LOOKS = 64;

    /** Half of the bits tell which letters a word has, the other half which it has twice. */
    private static final int TWICE = 32;

    private final long most;
    private final Set<String> words;
    private final Map<String, List<String>> bySound;
    private final Map<String, Map<String, Likeness>> found = new HashMap<>();
    private final Map<String, Map<String, Likeness>> heard = new HashMap<>();

    private Map<String, List<String>> byLook;
    private Map<String, List<String>> spoken;
    private Map<String, List<String>> byEnd;
    private List<String> byLength;
    private long[] letters;
    private long comparisons;

    /**
     * @param words of names and texts, folded
     * @param sounded those of them that may be written by their sound
     * @param most comparisons, such as {@link #MOST}
     */
    public LikenessIndex(Collection<String> words, Collection<String> sounded, long most) {
        this.most = most;
        this.words = new HashSet<>(words);
        this.bySound = sounded.stream().distinct().collect(Collectors.groupingBy(Sounds::key));
        bySound.keySet().removeIf(key -> key.length() < 2);
    }

    /** What the words that are written by their sound sound like. */
    public Set<String> sounds() {
        return bySound.keySet();
    }

    /** Whether so much was compared that the rest was left: nothing that was not found means anything then. */
    public boolean isExhausted() {
        return comparisons > most;
    }

    /** So many more comparisons are made beside the index. */
    public void compares(int more) {
        comparisons += more;
    }

    /** How alike they are. @param word one of the words */
    public Likeness of(String word, String part) {
        return of(like(part), word, part);
    }

    /** The same where the word may be written by its sound. */
    public Likeness heard(String word, String part) {
        return of(sounding(part), word, part);
    }

    private static Likeness of(Map<String, Likeness> like, String word, String part) {
        Likeness known = like.get(word);
        return known != null ? known : Likeness.isInitial(word, part) ? Likeness.INITIAL : Likeness.NONE;
    }

    /** The words that are like that part of a name, and more than its initial. */
    public Map<String, Likeness> like(String part) {
        return found.computeIfAbsent(part, this::compared);
    }

    /** And those that sound like it. */
    public Map<String, Likeness> sounding(String part) {
        return heard.computeIfAbsent(part, this::sounded);
    }

    private Map<String, Likeness> sounded(String part) {
        Map<String, Likeness> like = new HashMap<>(like(part));
        List<String> alike = isExhausted() ? List.of() : bySound.getOrDefault(Sounds.key(part), List.of());
        compares(alike.size());
        alike.forEach(word -> like.putIfAbsent(word, Likeness.SOUND));
        return like;
    }

    private Map<String, Likeness> compared(String part) {
        if (isExhausted()) {
            return Map.of();
        }
        Set<String> near = Stream.of(ShortForms.of(part).filter(words::contains), byLook().getOrDefault(Likeness.look(part), List.of()).stream(),
                slips(part), Likeness.spoken(part).flatMap(way -> spoken.getOrDefault(way, List.of()).stream()),
                ShortForms.ends(part).flatMap(end -> byEnd.getOrDefault(end, List.of()).stream())).flatMap(words -> words).collect(Collectors.toSet());
        compares(near.size());
        Map<String, Likeness> like = new HashMap<>();
        near.forEach(word -> like.put(word, Likeness.of(word, part)));
        like.values().removeIf(each -> each.compareTo(Likeness.INITIAL) >= 0);
        return like;
    }

    private Map<String, List<String>> byLook() {
        if (byLook == null) {
            byLook = words.stream().collect(Collectors.groupingBy(Likeness::look));
            spoken = by(Likeness::spoken);
            byEnd = by(ShortForms::ends);
            byLength = words.stream().sorted(Comparator.comparing(String::length)).toList();
            letters = byLength.stream().mapToLong(LikenessIndex::letters).toArray();
        }
        return byLook;
    }

    private Map<String, List<String>> by(Function<String, Stream<String>> forms) {
        Map<String, List<String>> by = new HashMap<>();
        words.forEach(word -> forms.apply(word).forEach(form -> by.computeIfAbsent(form, none -> new ArrayList<>()).add(word)));
        return by;
    }

    /** Words that may be a slip of the pen for it: no more letters are in only one of both than slips can leave. */
    private Stream<String> slips(String part) {
        int from = firstOf(part.length() - Likeness.MOST_SLIPS);
        int to = firstOf(part.length() + Likeness.MOST_SLIPS + 1);
        compares((to - from) / LOOKS);
        long own = letters(part);
        Stream.Builder<String> slips = Stream.builder();
        for (int i = from; i < to; i++) {
            int others = Long.bitCount(letters[i] ^ own);
            if (others <= 2 * Likeness.MOST_SLIPS && others <= Likeness.mostUnshared(byLength.get(i).length(), part.length())) {
                slips.add(byLength.get(i));
            }
        }
        return slips.build();
    }

    /** The place of the first word that is no shorter. */
    private int firstOf(int length) {
        int from = 0;
        int to = byLength.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (byLength.get(middle).length() < length) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** One letter more or less changes one bit at most. */
    static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            long bit = 1L << word.charAt(i) % TWICE;
            letters |= (letters & bit) == 0 ? bit : bit << TWICE;
        }
        return letters;
    }
}

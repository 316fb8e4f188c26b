package org.probity.spelling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a name may be spoken, for names that were heard and written down, or dictated to a telephone: {@code Rhys} is
 * {@code Rees}, {@code Carys} {@code Karis}, {@code Geoff} {@code Jeff}. English and Welsh spelling, and letters of others
 * that both are taken for. Consonants are kept, the first vowel, and where others stand: {@link Sounds#key} keeps less.
 */
public final class Spoken {

    private static final String VOWELS = "aeiouyw";
    private static final String SOFTENS = "eiy";

    /** Ways to speak one word that are looked at. */
    private static final int MOST = 16;
    private static final int LONGEST = 40;

    /** Before an r that closes a syllable they are spoken alike. */
    private static final Set<String> BEFORE_R = Set.of("e", "i", "u", "y");

    private static final char VOWEL = '*';

    /** Letters at the beginning of a word, and how else they are written. */
    private static final Map<String, String> FIRST = pairs("wr r kn n gn n mc mak mac mak ps s rh r wh w sch sh sia sha sio sho siw shw siu shu ngh k ng g mh p nh t");

    /** Letters anywhere, the longer ones first. S is a sh, C the ch of church, Y the y of yes. */
    private static final List<Map<String, String>> LETTERS = List.of(
            pairs("tch C sch S chr kr thl l mps ms dge j"),
            pairs("ph f gh h ck k qu kw th t dd d ff f ll l sh S sz S cz C ch C kh k rh r ce se ci si cy sy"),
            pairs("c k q k v f x ks z s"));

    /** What a word begins its first vowels with, and the vowels it may be. */
    private static final List<Map.Entry<String, String>> SPOKEN = Stream.of("ei ei", "ey ei", "ea ei", "ee i", "eo e", "ew u", "eu u", "e e", "ai ei", "ay ei",
            "ae ei", "au o", "aw o", "a a", "oa o", "oo u", "ou uo", "ow ou", "oe oi", "o o", "uw u", "u u", "w u", "yw iu", "i i", "y i")
            .map(line -> line.split(" ")).map(line -> Map.entry(line[0], line[1])).toList();

    /** Of the words that most texts have, so that they are not taken to pieces each time. */
    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_KNOWN = 20_000;

    private Spoken() {
    }

    private static Map<String, String> pairs(String words) {
        String[] all = words.split(" ");
        return Stream.iterate(0, i -> i < all.length, i -> i + 2).collect(Collectors.toUnmodifiableMap(i -> all[i], i -> all[i + 1]));
    }

    /** Each way to speak it. @param word folded */
    public static Set<String> of(String word) {
        if (KNOWN.size() > MOST_KNOWN) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(word, Spoken::spoken);
    }

    private static Set<String> spoken(String word) {
        Set<String> ways = new LinkedHashSet<>();
        if (word.length() <= LONGEST && word.chars().allMatch(sign -> sign >= 'a' && sign <= 'z')) {
            written(begun(word)).forEach(way -> add(ways, replaced(silent(way))));
        }
        return Set.copyOf(ways);
    }

    private static String begun(String word) {
        for (int length = Math.min(3, word.length()); length > 1; length--) {
            String by = FIRST.get(word.substring(0, length));
            if (by != null && word.length() > length) {
                return by + word.substring(length);
            }
        }
        return word;
    }

    /** As it stands, and with letters that are spoken in two ways exchanged. */
    private static Set<String> written(String word) {
        Set<String> ways = new LinkedHashSet<>(List.of(word));
        also(ways, way -> isSoft(way, 'g') ? "j" + way.substring(1) : way);
        also(ways, way -> isSoft(way, 'c') ? "k" + way.substring(1) : way);
        also(ways, way -> way.startsWith("j") ? "Y" + way.substring(1) : way);
        also(ways, way -> way.replace("tch", "C").replace("ch", "k").replace("C", "tch"));
        also(ways, way -> way.replace("dd", "th"));
        also(ways, way -> way.replace("th", "f"));
        also(ways, way -> way.replace("ph", "p"));
        also(ways, way -> betweenVowels(way, 'w'));
        return ways.stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void also(Set<String> ways, UnaryOperator<String> change) {
        ways.addAll(ways.stream().map(change).toList());
    }

    private static boolean isSoft(String word, char letter) {
        return word.length() > 1 && word.charAt(0) == letter && SOFTENS.indexOf(word.charAt(1)) >= 0;
    }

    /** The letter as a v. */
    private static String betweenVowels(String word, char letter) {
        int at = word.indexOf(letter, 1);
        boolean between = at > 0 && at + 1 < word.length() && isVowel(word.charAt(at - 1)) && isVowel(word.charAt(at + 1));
        return between ? word.substring(0, at) + "v" + word.substring(at + 1) : word;
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }

    /** Without the last e that follows a consonant; a vowel before that one is {@code long} where it is an a. */
    private static String silent(String word) {
        int last = word.length() - 1;
        boolean silent = last > 2 && word.charAt(last) == 'e' && !isVowel(word.charAt(last - 1));
        boolean soft = silent && "cg".indexOf(word.charAt(last - 1)) >= 0;
        String left = silent ? word.substring(0, last - (soft ? 1 : 0)) + (soft ? word.charAt(last - 1) == 'c' ? "s" : "j" : "") : word;
        return silent && left.length() > 2 && left.charAt(left.length() - 2) == 'a' && !isVowel(left.charAt(left.length() - 3)) ? "~" + left : left;
    }

    private static String replaced(String word) {
        StringBuilder replaced = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            int length = 4;
            String by = null;
            while (by == null && --length > 0) {
                by = at + length <= word.length() ? LETTERS.get(3 - length).get(word.substring(at, at + length)) : null;
            }
            replaced.append(by == null ? word.substring(at, at + 1) : by);
            at += Math.max(1, length);
        }
        return replaced.toString();
    }

    private static void add(Set<String> ways, String letters) {
        boolean isLong = letters.startsWith("~");
        String word = isLong ? letters.substring(1) : letters;
        int at = 0;
        List<String> spoken = new ArrayList<>(List.of(""));
        if (word.length() > 1 && "iy".indexOf(word.charAt(0)) >= 0 && isVowel(word.charAt(1))) {
            spoken = new ArrayList<>(List.of("Y", ""));
            at = 1;
        } else if (word.startsWith("w") && word.length() > 1 && isVowel(word.charAt(1)) || word.startsWith("h")) {
            spoken = new ArrayList<>(List.of(word.substring(0, 1)));
            at = 1;
        }
        ways.addAll(rest(spoken, word, at, isLong));
    }

    private static List<String> rest(List<String> begun, String word, int from, boolean isLong) {
        List<String> spoken = begun;
        boolean first = true;
        int at = from;
        while (at < word.length()) {
            int end = at;
            while (end < word.length() && (isVowel(word.charAt(end)) || word.charAt(end) == 'h')) {
                end++;
            }
            if (end > at) {
                spoken = followed(spoken, first ? vowels(word, at, end, isLong) : String.valueOf(VOWEL));
                first = false;
                at = end;
            } else {
                spoken = followed(spoken, word.substring(at, ++at));
            }
        }
        return spoken;
    }

    private static String vowels(String word, int from, int end, boolean isLong) {
        String plain = word.substring(from, end).replace("h", "");
        boolean closed = end < word.length() && word.charAt(end) == 'r' && (end + 1 == word.length() || !isVowel(word.charAt(end + 1)));
        if (closed && BEFORE_R.contains(plain)) {
            return "u";
        }
        String found = SPOKEN.stream().filter(way -> plain.startsWith(way.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
        return isLong && found.equals("a") ? "ae" : found;
    }

    /** Each of them followed by each of these; no consonant twice. */
    private static List<String> followed(List<String> spoken, String by) {
        return by.isEmpty() ? spoken : spoken.stream().flatMap(way -> by.chars().mapToObj(sign -> way.endsWith(Character.toString(sign)) && sign != VOWEL
                && "aeiou".indexOf(sign) < 0 ? way : way + (char) sign)).toList();
    }
}

package org.probity.spelling;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How alike two parts of names are, both folded; the most alike first. */
public enum Likeness {

    SAME, SHORT_FORM, LOOK, SLIP, SOUND, INITIAL, NONE;

    /** From this length on two slips are borne, below the other one only one that keeps the letters. */
    private static final int LONG = 9;
    static final int MOST_SLIPS = 2;
    private static final int USUAL = 5;
    private static final int SHORT = 3;

    /** Of so many letters one is exchanged with what lies beside it on a keyboard, or a vowel with another one where that makes no word. */
    private static final int NEARLY = 4;
    private static final String VOWELS = "aeiouwy";

    /** @param one as it was written @param other part of somebody's name */
    public static Likeness of(String one, String other) {
        if (one.equals(other)) {
            return SAME;
        }
        if (ShortForms.areSame(one, other)) {
            return SHORT_FORM;
        }
        if (one.length() >= SHORT && look(one).equals(look(other))) {
            return LOOK;
        }
        if (isSlip(one, other)) {
            return SLIP;
        }
        return isInitial(one, other) ? INITIAL : areHeardAlike(one, other) ? SOUND : ShortForms.isPetForm(one, other) ? SHORT_FORM : NONE;
    }

    private static boolean areHeardAlike(String one, String other) {
        return spoken(one).anyMatch(spoken(other).collect(Collectors.toSet())::contains);
    }

    /** How a part may be spoken: by these it is written down by whoever has heard it. */
    static Stream<String> spoken(String part) {
        return part.length() < SHORT ? Stream.of() : Spoken.of(part).stream().filter(way -> way.length() > 1);
    }

    static boolean isInitial(String one, String other) {
        return Math.min(one.length(), other.length()) == 1 && one.charAt(0) == other.charAt(0);
    }

    /** Letters that are taken for each other, and for two others, made one. */
    static String look(String part) {
        return part.replace("rn", "m").replace("vv", "w").replace('i', 'l');
    }

    /** Words that could be that one, when letters were taken for others. */
    public static Stream<String> looks(String part) {
        return Stream.of(part.replace('l', 'i'), part.replace('i', 'l'), part.replace("rn", "m"), part.replace("vv", "w"));
    }

    /** Without vowels after the first letter, and each consonant once: most slips of the pen leave it as it is. */
    public static String stem(String part) {
        StringBuilder stem = new StringBuilder();
        for (char letter : part.toCharArray()) {
            boolean silent = stem.length() > 0 && "aeiouyhw".indexOf(letter) >= 0;
            if (!silent && (stem.length() == 0 || stem.charAt(stem.length() - 1) != letter)) {
                stem.append(letter);
            }
        }
        return stem.toString();
    }

    static boolean isSlip(String one, String other) {
        if (mostUnshared(one.length(), other.length()) < 0) {
            return false;
        }
        int shorter = Math.min(one.length(), other.length());
        boolean exchanged = one.length() == other.length() && !hasSameLetters(one, other);
        return (shorter >= USUAL || !exchanged || shorter == NEARLY && (Keyboard.areBeside(one, other) || isOtherVowel(one, other))) && slips(one, other) <= mostSlips(shorter);
    }

    private static boolean isOtherVowel(String one, String other) {
        return IntStream.range(0, one.length()).allMatch(i -> one.charAt(i) == other.charAt(i) || VOWELS.indexOf(one.charAt(i)) >= 0 && VOWELS.indexOf(other.charAt(i)) >= 0)
                && !ShortWords.isOne(one);
    }

    private static int mostSlips(int shorter) {
        return shorter >= LONG ? MOST_SLIPS : 1;
    }

    /** How many letters at most are in only one of two parts of these lengths that are a slip of each other; negative where they cannot be. */
    static int mostUnshared(int one, int other) {
        int shorter = Math.min(one, other);
        int longer = Math.abs(one - other);
        int slips = mostSlips(shorter);
        return shorter < SHORT || longer > slips ? -1 : shorter < NEARLY && longer == 0 ? 0 : 2 * slips - longer;
    }

    private static boolean hasSameLetters(String one, String other) {
        return one.chars().sorted().boxed().toList().equals(other.chars().sorted().boxed().toList());
    }

    /** Letters left out, put in, exchanged for another or with their neighbour: optimal string alignment; parts are short. */
    private static int slips(String one, String other) {
        int[][] least = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(least, one, other, i, j);
            }
        }
        return least[one.length()][other.length()];
    }

    private static int step(int[][] least, String one, String other, int i, int j) {
        int exchange = least[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchange, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}

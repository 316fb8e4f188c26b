package org.probity.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English and Welsh names that somebody wrote by their sound, in Cyrillic or Greek letters. */
public final class Sounds {

    /** Letters, or two of them that stand for one sound, and how they are written in Latin ones. */
    private static final Map<String, String> LATIN = pairs("а a б b в v г g ґ g д d е e є e ж zh з z и i і i к k л l м m н n о o п p р r с s т t у u "
            + "ф f х h ц ts ч ch ш sh щ sh ъ - ы y ь - э e ю yu я ya ђ j ј j љ l њ n ћ ch џ j ѕ z дж j кс x уа wa уе we уэ we уи wi уо wo "
            + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ i φ f χ h ψ ps ω o "
            + "ου u μπ b ντ d γκ g τζ j τσ tch αι e ει i οι i");

    private static final Map<String, String> SPELLINGS = pairs("ph f gh - ck k wr r ce s ci s cy s th t dd t sh s ch s zh s ts s x ks");

    private static final Map<String, String> CLASSES = pairs("b p p p c k g k k k q k d t t t f f v f j s s s z s l l m m n n r r");

    private static final String VOWELS = "aeiouyhw";

    /** Greek and Cyrillic stand between these. */
    private static final int FIRST = 0x0370;
    private static final int LAST = 0x052f;

    private Sounds() {
    }

    private static Map<String, String> pairs(String words) {
        String[] all = words.split(" ");
        return Stream.iterate(0, i -> i < all.length, i -> i + 2).collect(Collectors.toUnmodifiableMap(i -> all[i], i -> all[i + 1].replace("-", "")));
    }

    /** Whether the text holds letters that are read by their sound here. */
    public static boolean isForeign(String text) {
        return text.chars().anyMatch(sign -> sign >= FIRST && sign <= LAST);
    }

    /** The text with what is Cyrillic or Greek in it written in Latin letters; the rest stays. */
    public static String latin(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return replaced(plain.toString().toLowerCase(Locale.ROOT).replace("γου", "w"), LATIN);
    }

    /** What is left of a word of Latin letters when only its sound counts, and of that the consonants: {@code afns} for Evans. */
    public static String key(String word) {
        StringBuilder key = new StringBuilder();
        String spelled = replaced(word.replace("chr", "kr").replace("tch", "ch"), SPELLINGS);
        for (int i = 0; i < spelled.length(); i++) {
            String letter = spelled.substring(i, i + 1);
            String sound = i == 0 && VOWELS.contains(letter) ? letter.equals("w") ? "f" : "a" : CLASSES.getOrDefault(letter, "");
            if (!sound.isEmpty() && (key.length() == 0 || key.charAt(key.length() - 1) != sound.charAt(0))) {
                key.append(sound);
            }
        }
        return key.toString();
    }

    private static String replaced(String text, Map<String, String> by) {
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int length = at + 1 < text.length() && by.containsKey(text.substring(at, at + 2)) ? 2 : 1;
            String sign = text.substring(at, at + length);
            replaced.append(by.getOrDefault(sign, sign));
            at += length;
        }
        return replaced.toString();
    }
}

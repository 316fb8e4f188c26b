package org.probity.spelling;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.probity.kernel.Letters;

/**
 * Other ways to read a text than as it stands: in other spellings ({@link Spellings}), turned round where a sign in it says so, Greek and Cyrillic by their sound,
 * digits and signs for letters, letters with spaces between, letters that were lost. Of most texts there is none.
 */
public final class Disguises {

    /** What digits stand for, from 0 on; 1 is an i, or else an l. */
    private static final String[] DIGITS = {"oizeasgtbg", "olzeasgtbg"};
    private static final String SIGNS = "@$!|€£+";
    private static final String[] LETTERS = {"asiielt", "asllelt"};

    private static final int OVERRIDE = 0x202e;
    private static final int RIGHT_TO_LEFT = 0x2067;
    private static final String ENDS = "\u202c\u2069\n";

    /** {@code Si?n}: a letter, of one byte or two, that was lost on its way. Without it the name is as by a slip of the pen. */
    private static final Pattern LOST = Pattern.compile("(?<=\\p{L})[?\ufffd]{1,2}(?=\\p{L})");

    /** Letters in a row that are read as one word. */
    private static final int ROW = 3;

    /** Signs between two letters of a word that is written with spaces. */
    private static final int WIDEST_GAP = 4;

    /** A text as it may be meant. @param heard whether by its sound */
    public record Disguise(String text, boolean heard) {
    }

    private Disguises() {
    }

    /** @param longest characters of the text that are read */
    public static List<Disguise> of(String text, int longest) {
        if (text == null) {
            return List.of();
        }
        String read = text.length() <= longest ? text : text.substring(0, longest);
        String plain = Letters.fold(read, longest);
        String decoded = Spellings.decoded(read);
        String folded = decoded.equals(read) ? plain : Letters.fold(decoded, longest);
        String turned = turned(decoded);
        Set<Disguise> found = new LinkedHashSet<>();
        Stream.of(decoded, turned).distinct().forEach(way -> {
            add(found, way.equals(decoded) ? folded : Letters.fold(way, longest), false);
            if (Sounds.isForeign(way)) {
                add(found, Letters.fold(Sounds.latin(way), longest), true);
            }
        });
        if (LOST.matcher(decoded).find()) {
            found.add(new Disguise(Letters.fold(LOST.matcher(decoded).replaceAll(""), longest), false));
        }
        // What stands in brackets may stand between two parts of a name.
        found.add(new Disguise(WordSpans.withoutBrackets(folded), false));
        Spellings.of(decoded, folded, longest).forEach(way -> found.add(new Disguise(way, false)));
        found.remove(new Disguise(plain, false));
        return List.copyOf(found);
    }

    private static void add(Set<Disguise> found, String folded, boolean heard) {
        for (String way : List.of(folded, lettered(folded, 0), lettered(folded, 1))) {
            found.add(new Disguise(way, heard));
            found.add(new Disguise(closed(way), heard));
        }
    }

    /** What stands after a sign that turns the direction of writing, up to the one that ends it, from its end. */
    private static String turned(String text) {
        StringBuilder turned = new StringBuilder(text.length());
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean ends = i == text.length() || ENDS.indexOf(text.charAt(i)) >= 0;
            if (from >= 0 && ends) {
                turned.append(new StringBuilder(text.substring(from, i)).reverse());
                from = -1;
            } else if (from < 0 && !ends && (text.charAt(i) == OVERRIDE || text.charAt(i) == RIGHT_TO_LEFT)) {
                from = i + 1;
            } else if (from < 0 && !ends) {
                turned.append(text.charAt(i));
            }
        }
        return turned.toString();
    }

    /** Digits and signs beside letters as the letters that they are drawn like. */
    private static String lettered(String folded, int way) {
        StringBuilder lettered = new StringBuilder(folded);
        int from = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || !isOfWord(folded, i)) {
                if (folded.substring(from, i).chars().anyMatch(Character::isLetter)) {
                    for (int at = from; at < i; at++) {
                        lettered.setCharAt(at, letter(folded.charAt(at), way));
                    }
                }
                from = i + 1;
            }
        }
        return lettered.toString();
    }

    private static boolean isOfWord(String text, int at) {
        char sign = text.charAt(at);
        boolean before = at > 0 && isRead(text.charAt(at - 1));
        boolean after = at + 1 < text.length() && isRead(text.charAt(at + 1));
        return Character.isLetterOrDigit(sign) || SIGNS.indexOf(sign) >= 0 && ("@+".indexOf(sign) >= 0 ? before && after : after || before && sign == '$');
    }

    private static boolean isRead(char sign) {
        return Character.isLetterOrDigit(sign) || SIGNS.indexOf(sign) >= 0;
    }

    private static char letter(char sign, int way) {
        int known = SIGNS.indexOf(sign);
        return sign >= '0' && sign <= '9' ? DIGITS[way].charAt(sign - '0') : known >= 0 ? LETTERS[way].charAt(known) : sign;
    }

    /**
     * Letters that stand apart put together, once as one word and, where one gap between them is another than the first, once
     * as several. The word stands as a handle does: nobody can tell where a name ends in it.
     */
    private static String closed(String folded) {
        StringBuilder closed = new StringBuilder(folded.length());
        int at = 0;
        while (at < folded.length()) {
            int end = rowEnd(folded, at);
            if (end > at) {
                String row = folded.substring(at, end);
                closed.append('/').append(lettersOf(row)).append(' ').append(apart(row));
                at = end;
            } else {
                closed.append(folded.charAt(at++));
            }
        }
        return closed.toString();
    }

    /** Where the row of single letters ends that begins there; the place itself where none does. */
    private static int rowEnd(String text, int from) {
        if (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
            return from;
        }
        int end = from;
        int letters = 0;
        int at = from;
        while (isSingle(text, at)) {
            letters++;
            end = at + 1;
            at = end;
            while (at < text.length() && at - end <= WIDEST_GAP && !Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
        }
        return letters < ROW ? from : end;
    }

    private static boolean isSingle(String text, int at) {
        return at < text.length() && Character.isLetter(text.charAt(at)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private static String lettersOf(String row) {
        StringBuilder letters = new StringBuilder();
        row.chars().filter(Character::isLetter).forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }

    private static String apart(String row) {
        StringBuilder apart = new StringBuilder();
        String usual = null;
        int gap = 1;
        for (int i = 0; i < row.length(); i++) {
            if (Character.isLetter(row.charAt(i))) {
                usual = i > 0 && usual == null ? row.substring(gap, i) : usual;
                apart.append(i == 0 || row.substring(gap, i).equals(usual) ? "" : " ").append(row.charAt(i));
                gap = i + 1;
            }
        }
        return apart.toString();
    }
}

package org.probity.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Text as it is compared where it could have been written in many ways: compatible forms made one (Unicode NFKD, so that
 * ligatures, full width and styled letters become plain ones), case folded, marks and invisible signs gone, and letters of
 * other scripts that look like a Latin one turned into it (after Unicode's UTS 39: {@code reference/look-alikes.txt}).
 */
public final class Letters {

    private static final Map<Integer, String> LOOK_ALIKES = read("/reference/look-alikes.txt");

    /** Written between the letters of one name, and left out as often: {@code O'Brien}. */
    private static final String APOSTROPHES = "'’‘‛ʼʻʽʹ′`´＇ꞌ՚׳ˈˊˋ";

    /** Letters that draw nothing, which are no formatting signs to Unicode. */
    private static final String BLANKS = "\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5";

    /** Letters drawn in a circle or a square, white on black, A to Z from here: Unicode has no plain form for them. */
    private static final int[] FRAMED = {0x1F150, 0x1F170, 0x1F1E6};

    /** No letter before this one looks like another and is none of its forms. */
    private static final char FIRST_LIKE = '\u00a0';

    private Letters() {
    }

    /**
     * The text folded. What is neither letter nor digit stays, apostrophes go.
     *
     * @param longest characters of the text that are read at all, before anything else looks at it
     * @return empty for null
     */
    public static String fold(String text, int longest) {
        return lower(cased(text, longest));
    }

    /** The same with the capitals that it has: {@link #lower} folds it. */
    public static String cased(String text, int longest) {
        String plain = Normalizer.normalize(look(withoutApostrophes(cut(text, longest))), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().limit(4L * longest).forEach(sign -> append(folded, sign));
        return folded.toString();
    }

    /** Of {@link #cased} text what is compared; every sign keeps its place. */
    public static String lower(String cased) {
        StringBuilder lower = new StringBuilder(cased.length());
        for (int i = 0; i < cased.length(); i += Character.charCount(cased.codePointAt(i))) {
            int sign = cased.codePointAt(i);
            lower.appendCodePoint(sign < 128 ? Character.toLowerCase(sign) : lower(sign));
        }
        return lower.toString();
    }

    private static String cut(String text, int longest) {
        return text == null ? "" : CodePoints.first(text, longest);
    }

    /** Before anything is decomposed, which makes another letter of some that look Latin: of the lunate sigma, say. */
    private static String look(String text) {
        if (text.chars().allMatch(sign -> sign < FIRST_LIKE)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> seen.append(LOOK_ALIKES.getOrDefault(sign, Character.toString(sign))));
        return seen.toString();
    }

    private static String withoutApostrophes(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(sign -> APOSTROPHES.indexOf(sign) < 0).forEach(sign -> kept.append((char) sign));
        return kept.toString();
    }

    private static void append(StringBuilder folded, int sign) {
        if (sign < 128) {
            folded.append(sign < ' ' ? ' ' : (char) sign);
            return;
        }
        int type = Character.getType(sign);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return;
        }
        String like = LOOK_ALIKES.get(sign);
        if (like != null) {
            folded.append(like);
        } else {
            folded.appendCodePoint(BLANKS.indexOf(sign) >= 0 || Character.isISOControl(sign) ? ' ' : unframed(sign));
        }
    }

    private static int unframed(int sign) {
        for (int first : FRAMED) {
            if (sign >= first && sign < first + 26) {
                return 'a' + sign - first;
            }
        }
        return sign;
    }

    /** By the Latin letters that start the lines, for each other letter of the line. */
    private static Map<Integer, String> read(String resource) {
        Map<Integer, String> latin = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Letters.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ", 2))
                    .forEach(line -> line[1].codePoints().forEach(sign -> latin.put(sign, line[0])));
        } catch (IOException e) {
            throw new UncheckedIOException("The letters that look like others cannot be read", e);
        }
        return latin;
    }

    private static int lower(int sign) {
        return Character.toLowerCase(Character.toUpperCase(sign));
    }
}

package org.probity.kernel;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text as it is compared where it could have been written in many ways: compatible forms made one (Unicode NFKD, so that
 * ligatures, full width and styled letters become plain ones), case folded, marks and invisible signs gone, and letters of
 * other scripts that look like a Latin one turned into it (after Unicode's UTS 39, the part of it that is used in names).
 */
public final class Letters {

    private static final String LOOK_ALIKES = "Аа" + "Вв" + "Ее" + "Кк" + "Мм" + "Нн" + "Оо" + "Рр" + "Сс" + "Тт" + "Уу" + "Хх" + "Ѕѕ" + "Іі" + "Јј" + "Ԁԁ"
            + "Ԛԛ" + "Ԝԝ" + "Һһ" + "Ӏӏ" + "Үү" + "Ѵѵ" + "Αα" + "Ββ" + "Εε" + "Ζζ" + "Ηη" + "Ιι" + "Κκ" + "Μμ" + "Νν" + "Οο" + "Ρρ" + "Ττ"
            + "Υυ" + "Χχ" + "Ωω" + "Γγ" + "Օօ" + "Սս" + "Ոո" + "Հհ" + "Ցց" + "Łł" + "Øø" + "Đđ" + "Ðð" + "Ħħ" + "Ŧŧ" + "Ŋŋ" + "Ɩɩ" + "Ƒƒ"
            + "Ⱥⱥ" + "Ƀƀ" + "Ɨɨ" + "Ɑɑ" + "Ɡɡ" + "Ɓɓ" + "Ɗɗ" + "ıı" + "ǀǀ"
            + "ᴀᴀ" + "ʙʙ" + "ᴄᴄ" + "ᴅᴅ" + "ᴇᴇ" + "ꜰꜰ" + "ɢɢ" + "ʜʜ" + "ɪɪ" + "ᴊᴊ" + "ᴋᴋ" + "ʟʟ" + "ᴍᴍ" + "ɴɴ" + "ᴏᴏ" + "ᴘᴘ" + "ʀʀ" + "ꜱꜱ"
            + "ᴛᴛ" + "ᴜᴜ" + "ᴠᴠ" + "ᴡᴡ" + "ʏʏ" + "ᴢᴢ"
            + "ᎪᎪ" + "ᏴᏴ" + "ᏟᏟ" + "ᎠᎠ" + "ᎬᎬ" + "ᎻᎻ" + "ᎫᎫ" + "ᏦᏦ" + "ᏞᏞ" + "ᎷᎷ" + "ᏢᏢ" + "ᏚᏚ" + "ᎢᎢ" + "ᏙᏙ" + "ᎳᎳ" + "ᏃᏃ" + "ꓐꓐ" + "ꓳꓳ";

    private static final String LATIN = "aa" + "bb" + "ee" + "kk" + "mm" + "hh" + "oo" + "pp" + "cc" + "tt" + "yy" + "xx" + "ss" + "ii" + "jj" + "dd"
            + "qq" + "ww" + "hh" + "ll" + "yy" + "vv" + "aa" + "bb" + "ee" + "zz" + "hn" + "ii" + "kk" + "mu" + "nv" + "oo" + "pp" + "tt"
            + "yu" + "xx" + "ww" + "ry" + "oo" + "uu" + "nn" + "hh" + "gg" + "ll" + "oo" + "dd" + "dd" + "hh" + "tt" + "nn" + "ii" + "ff"
            + "aa" + "bb" + "ii" + "aa" + "gg" + "bb" + "dd" + "ii" + "ll"
            + "aa" + "bb" + "cc" + "dd" + "ee" + "ff" + "gg" + "hh" + "ii" + "jj" + "kk" + "ll" + "mm" + "nn" + "oo" + "pp" + "rr" + "ss"
            + "tt" + "uu" + "vv" + "ww" + "yy" + "zz"
            + "aa" + "bb" + "cc" + "dd" + "ee" + "hh" + "jj" + "kk" + "ll" + "mm" + "pp" + "ss" + "tt" + "vv" + "ww" + "zz" + "bb" + "oo";

    private static final Map<Integer, String> SEVERAL = Map.of((int) 'ß', "ss", (int) 'ẞ', "ss", (int) 'æ', "ae", (int) 'Æ', "ae", (int) 'œ', "oe",
            (int) 'Œ', "oe", (int) 'þ', "th", (int) 'Þ', "th");

    /** Written between the letters of one name, and left out as often: {@code O'Brien}. */
    private static final String APOSTROPHES = "'’‘‛ʼʻʽʹ′`´＇ꞌ՚׳ˈˊˋ";

    /** Letters that draw nothing, which are no formatting signs to Unicode. */
    private static final String BLANKS = "\u115f\u1160\u3164\uffa0\u2800\u17b4\u17b5";

    /** Letters drawn in a circle or a square, white on black, A to Z from here: Unicode has no plain form for them. */
    private static final int[] FRAMED = {0x1F150, 0x1F170, 0x1F1E6};

    private Letters() {
    }

    /**
     * The text folded. What is neither letter nor digit stays, apostrophes go.
     *
     * @param longest characters of the text that are read at all, before anything else looks at it
     * @return empty for null
     */
    public static String fold(String text, int longest) {
        String plain = Normalizer.normalize(withoutApostrophes(cut(text, longest)), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().limit(4L * longest).forEach(sign -> append(folded, sign));
        return folded.toString();
    }

    private static String cut(String text, int longest) {
        return text == null ? "" : text.length() <= longest ? text : text.substring(0, longest);
    }

    private static String withoutApostrophes(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(sign -> APOSTROPHES.indexOf(sign) < 0).forEach(sign -> kept.append((char) sign));
        return kept.toString();
    }

    private static void append(StringBuilder folded, int sign) {
        if (sign < 128) {
            folded.append(sign < ' ' ? ' ' : (char) Character.toLowerCase(sign));
            return;
        }
        int type = Character.getType(sign);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return;
        }
        int like = LOOK_ALIKES.indexOf(sign);
        if (like >= 0) {
            folded.append(LATIN.charAt(like));
        } else if (SEVERAL.containsKey(sign)) {
            folded.append(SEVERAL.get(sign));
        } else {
            folded.appendCodePoint(BLANKS.indexOf(sign) >= 0 || Character.isISOControl(sign) ? ' ' : lower(unframed(sign)));
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

    private static int lower(int sign) {
        return Character.toLowerCase(Character.toUpperCase(sign));
    }
}

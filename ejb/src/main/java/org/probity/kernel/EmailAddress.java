package org.probity.kernel;

import java.text.Normalizer;

/**
 * An e-mail address that people can tell from every other. Two that look alike are two accounts, and mail goes to the one
 * that was not meant (Unicode Technical Standard 39).
 */
final class EmailAddress {

    private static final int LONGEST = 254;
    private static final String SIGNS = ".!#$%&'*+/=?^_`{|}~-";

    /** Before the at sign, mail servers know no other letters. */
    private static final int LAST_ASCII = 0x7e;

    /** The letters with marks of English and Welsh, and of western Europe beside them. */
    private static final int LAST_LATIN = 0x17e;
    private static final int FIRST_MORE_LATIN = 0x1e80;
    private static final int LAST_MORE_LATIN = 0x1ef3;

    /** Taken for an i, and for an l with a dot behind it. */
    private static final String LOOK_ALIKE = "\u0131\u0138\u013f\u0140\u0149";

    private EmailAddress() {
    }

    /** Whether mail could go there, and nowhere else. */
    static boolean isOne(String text) {
        if (text == null || text.length() > LONGEST) {
            return false;
        }
        String plain = text.strip();
        int at = plain.indexOf('@');
        return at > 0 && at < plain.length() - 1 && plain.chars().limit(at).allMatch(sign -> sign <= LAST_ASCII)
                && holds(plain.substring(0, at), SIGNS) && holds(plain.substring(at + 1), ".-");
    }

    /** Whether it is written in letters that cannot be taken for others; only of what {@link #isOne}. */
    static boolean isPlain(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFKC) && text.codePoints().allMatch(EmailAddress::isPlain);
    }

    private static boolean isPlain(int sign) {
        boolean latin = sign > ' ' && sign <= LAST_LATIN || sign >= FIRST_MORE_LATIN && sign <= LAST_MORE_LATIN;
        return sign == ' ' || latin && LOOK_ALIKE.indexOf(sign) < 0 && (sign < 0x7f || Character.isLetter(sign));
    }

    private static boolean holds(String part, String signs) {
        return part.codePoints().allMatch(sign -> Character.isLetterOrDigit(sign) || signs.indexOf(sign) >= 0);
    }
}

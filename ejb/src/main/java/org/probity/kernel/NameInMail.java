package org.probity.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of people, boards and organisations stand in mail: on one line, and with nothing that a mail program would make a link of. Who
 * gives a name is told so ({@link Checks#name}); one that came otherwise, from an earlier release or an archive, is made one as mail is written.
 */
public final class NameInMail {

    private static final Pattern LINK = Pattern.compile("://|www\\.", Pattern.CASE_INSENSITIVE);

    private static final Pattern BREAK = Pattern.compile("[\\s\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029]+");

    private NameInMail() {
    }

    static boolean isOne(String name) {
        String lower = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return !lower.contains("://") && !lower.contains("www.") && lower.strip().chars().noneMatch(sign -> Character.isISOControl(sign)
                || Character.getType(sign) == Character.LINE_SEPARATOR || Character.getType(sign) == Character.PARAGRAPH_SEPARATOR);
    }

    /** The name as it may stand there: itself, or what is left of it without what may not. */
    public static String of(String name) {
        return isOne(name) ? name.strip() : BREAK.matcher(LINK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll(" ")).replaceAll(" ").strip();
    }
}

package org.probity.kernel;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Collects every problem of one input before refusing it, so that a person mends all of them at once.
 *
 * <p>{@link #done()} throws one {@link Refusal} of kind INVALID that names each field.
 */
public final class Checks {

    /** Longest free text kept anywhere, in characters. */
    public static final int LONG_TEXT = 4000;

    private static final int NAME = 200;

    private static final String NAMED = "(?<![\\p{L}\\p{N}_])(pass ?words?|pass ?phrase|passcode|cyfrinair|pwd|pin( code| number)?|log-?in code)(?![\\p{L}\\p{N}_])\\s*";

    private static final String ABOUT_IT = "(?!(changed|given|asked|declined|refused|reset|needed|wanted|required|unknown|"
            + "safe|lost|stolen|shared|private|withheld|not|never|wrong|right|correct|secret|expected|wedi|yn|ddim)\\b)";

    /** A password after a colon, or after "is" where what follows has a digit or sign in it or ends the sentence. */
    private static final Pattern SECRET = Pattern.compile("(?i)" + NAMED + "([:=]\\s*\\S{3,}|(is|was|yw|ydy)\\s+" + ABOUT_IT
            + "(\\S*[\\d!@#$%^&*_+]\\S*|\\S{3,}\\s*([.,;!?]|$)))");

    private final List<Refusal.Problem> problems = new ArrayList<>();

    /** The field must hold something. */
    public Checks required(String field, Object value) {
        return that(value != null && !(value instanceof String s && s.isBlank())
                && !(value instanceof List<?> l && l.isEmpty()), field, "kernel.refused.required");
    }

    /** Text of at most {@code max} characters, each of which can be kept; null passes. */
    public Checks max(String field, String value, int max) {
        return that(value == null || value.length() <= max, field, "kernel.refused.tooLong", max)
                .that(value == null || value.length() > max || Signs.areKept(value), field, "kernel.refused.character");
    }

    /** Required text of at most {@code max} characters without a secret in it. */
    public Checks text(String field, String value, int max) {
        boolean isRead = value == null || value.length() <= max;
        return required(field, value).max(field, value, max).noSecret(field, isRead ? value : null);
    }

    /** Required name of a person: one line, and nothing that a mail program would make a link of, since names stand in mail. */
    public Checks name(String field, String value) {
        return text(field, value, NAME).that(value == null || value.length() > NAME || !Signs.areKept(value) || isName(value), field, "kernel.refused.name");
    }

    private static boolean isName(String value) {
        String lower = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return !lower.contains("://") && !lower.contains("www.") && lower.strip().chars().noneMatch(sign -> Character.isISOControl(sign)
                || Character.getType(sign) == Character.LINE_SEPARATOR || Character.getType(sign) == Character.PARAGRAPH_SEPARATOR);
    }

    /** An e-mail address, in letters that cannot be taken for others. */
    public Checks email(String field, String value) {
        return !EmailAddress.isOne(value) ? that(false, field, "identity.refused.email")
                : that(EmailAddress.isPlain(value), field, "kernel.refused.lookalike");
    }

    /** Refuses text that looks as if it gave away a password: Probity never holds one (000 cl. 6.3). Longer text is refused unread. */
    public Checks noSecret(String field, String value) {
        return value == null || value.length() > LONG_TEXT ? max(field, value, LONG_TEXT)
                : that(!SECRET.matcher(value).find(), field, "kernel.refused.secret");
    }

    /** A day that can be kept; null passes. */
    public Checks day(String field, LocalDate value) {
        return that(value == null || Days.keeps(value), field, "kernel.refused.days", Days.FIRST, Days.LAST);
    }

    /** A moment that can be kept; null passes. */
    public Checks moment(String field, Instant value) {
        return that(value == null || Days.keeps(value), field, "kernel.refused.days", Days.FIRST, Days.LAST);
    }

    /** Adds a problem unless the condition holds. */
    public Checks that(boolean holds, String field, String key, Object... args) {
        if (!holds) {
            problems.add(new Refusal.Problem(field, key, args));
        }
        return this;
    }

    /** @throws Refusal with every problem found, if there is any */
    public void done() {
        if (!problems.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, problems);
        }
    }
}

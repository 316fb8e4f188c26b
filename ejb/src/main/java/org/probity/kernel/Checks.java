package org.probity.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects every problem of one input before refusing it, so that a person mends all of them at once.
 *
 * <p>{@link #done()} throws one {@link Refusal} of kind INVALID that names each field.
 */
public final class Checks {

    /** Longest free text kept anywhere, in characters. */
    public static final int LONG_TEXT = 4000;

    private static final int NAME = 200;

    private final List<Refusal.Problem> problems = new ArrayList<>();

    /** The field must hold something. */
    public Checks required(String field, Object value) {
        return that(value != null && !(value instanceof String s && s.isBlank())
                && !(value instanceof List<?> l && l.isEmpty()), field, "kernel.refused.required");
    }

    /**
     * Words of at most {@code max} characters that give no password, code or log-in away: Probity never holds one (000 cl. 6.3),
     * in whatever field it is written. Null passes, longer words are refused unread.
     */
    public Checks max(String field, String value, int max) {
        return plain(field, value, max).that(value == null || value.length() > max || !GivenAway.in(value), field, "kernel.refused.secret");
    }

    /**
     * Text of at most {@code max} characters, each of which can be kept, in which nothing is looked for: only for what nobody says
     * about a case, such as keys and settings, and for words that were asked about before. Null passes.
     */
    public Checks plain(String field, String value, int max) {
        return that(value == null || value.length() <= max, field, "kernel.refused.tooLong", max)
                .that(value == null || value.length() > max || CodePoints.areKept(value), field, "kernel.refused.character");
    }

    /** Required words of at most {@code max} characters without a secret in them. */
    public Checks text(String field, String value, int max) {
        return required(field, value).max(field, value, max);
    }

    /** Required name: one line, and nothing that a mail program would make a link of, since names stand in mail. */
    public Checks name(String field, String value) {
        return text(field, value, NAME).that(value == null || value.length() > NAME || !CodePoints.areKept(value) || NameInMail.isOne(value), field, "kernel.refused.name");
    }

    /** An e-mail address, in letters that cannot be taken for others. */
    public Checks email(String field, String value) {
        return !EmailAddress.isOne(value) ? that(false, field, "identity.refused.email")
                : that(EmailAddress.isPlain(value), field, "kernel.refused.lookalike");
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

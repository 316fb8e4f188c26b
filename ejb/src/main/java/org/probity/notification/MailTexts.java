package org.probity.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.Days;
import org.probity.kernel.NameInMail;
import org.probity.letter.LetterTexts;
import org.probity.tenancy.Board;

/**
 * Writes a mail: a greeting, one plain sentence, the link, whom to ask. The first argument of every template is the
 * reference, or who did something, the second a page, the third, where there is one, a deadline. None of them tells of the case.
 * The link is ours alone: whatever else stands there is none ({@link NameInMail}).
 */
final class MailTexts {

    private MailTexts() {
    }

    static String subject(Recipient to, String template, Object... args) {
        return LetterTexts.get(to.language(), "mail." + template + ".subject", named(args)).replaceAll("\\s+", " ");
    }

    /** @param board that writes; null for the installation */
    static String body(Board board, Recipient to, Instant now, String template, Object... args) {
        String greeting = to.name().isEmpty() ? text(to, "hello") : text(to, "dear", to.name());
        return Stream.of(greeting, text(to, template + ".body", named(args)), deadline(to, now, args), link(to, template, args),
                text(to, own(to, template, "help"), help(board, to)),
                text(to, "noDetails"), name(board, to)).filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static Object[] named(Object... args) {
        Object[] all = args.clone();
        if (all.length > 0 && all[0] instanceof String name) {
            all[0] = NameInMail.of(name);
        }
        return all;
    }

    private static String deadline(Recipient to, Instant now, Object... args) {
        if (args.length > 2 && args[2] instanceof LocalDate day) {
            return text(to, day.isBefore(Days.of(now)) ? "wasBy" : "by", day);
        }
        if (args.length > 2 && args[2] instanceof Instant moment) {
            return text(to, moment.isBefore(now) ? "wasBy" : "by", moment);
        }
        return "";
    }

    private static String link(Recipient to, String template, Object... args) {
        if (args.length < 2) {
            return "";
        }
        String page = String.valueOf(args[1]);
        return text(to, own(to, template, "open")) + "\n" + (page.startsWith("http") ? page : Links.to(page));
    }

    /** Some mails say it in words of their own. */
    private static String own(Recipient to, String template, String part) {
        return LetterTexts.has(to.language(), "mail." + template + "." + part) ? template + "." + part : part;
    }

    private static String name(Board board, Recipient to) {
        return board == null ? text(to, "installation") : NameInMail.of(board.name(to.language()));
    }

    private static String help(Board board, Recipient to) {
        return board == null ? text(to, "installation.help") : Stream.of(board.name(to.language()), board.contactEmail())
                .filter(part -> part != null && !part.isBlank()).map(NameInMail::of).collect(Collectors.joining(", "));
    }

    private static String text(Recipient to, String key, Object... args) {
        return LetterTexts.get(to.language(), "mail." + key, args);
    }
}

package org.probity.web.audit;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.kernel.Language;
import org.probity.web.faces.Dates;
import org.probity.web.faces.Texts;

/** The values of one act in one language: no constant of the program is shown as it is kept. */
final class AuditValues {

    /** Where the names of the constants are that are kept under a key, by the first word of the act and the key. */
    static final Map<String, String> NAMED = Map.ofEntries(
            entry("account.after", "identity.role"), entry("account.before", "identity.role"), entry("account.how", "audit.said.how"),
            entry("account.roles", "identity.role"), entry("account.scopes", "identity.scope"),
            entry("archive.kind", "operator.archives.kind"), entry("archive.status", "operator.archives.status"),
            entry("audit.verdict", "audit.said.verdict"),
            entry("concern.channel", "audit.said.channel"), entry("concern.reporter", "audit.said.reporter"),
            entry("conflict.shared", "audit.said.shared"),
            entry("cooperation.answer", "cooperation.answer"), entry("cooperation.kind", "cooperation.kind"),
            entry("cooperation.status", "cooperation.status"),
            entry("detection.audience", "detection.audience"), entry("detection.decision", "investigation.decision"),
            entry("detection.impact", "detection.impact"), entry("detection.inPost", "investigation.inPost"), entry("detection.route", "detection.route"),
            entry("detection.severity", "investigation.severity"), entry("detection.treatment", "detection.treatment"),
            entry("document.kind", "documents.kind"), entry("findings.status", "findings.status"),
            entry("investigation.stage", "investigation.stage"), entry("letter.how", "investigation.posting.by"), entry("mail.status", "notification.status"),
            entry("party.kind", "investigation.party"),
            entry("referral.answer", "referral.answer"), entry("referral.appeal", "referral.appeal"),
            entry("referral.redirect", "referral.redirect"), entry("referral.result", "referral.result"),
            entry("removal.answer", "removal.answer"), entry("removal.status", "removal.status"));

    /** Days and times. */
    private static final Set<String> TIMES = Set.of("ended", "from", "givenOn", "postedOn", "replyBy", "servedOn", "to", "toldAt", "until");

    /**
     * Which service was asked ({@link TriedActs}), text that was cut off within its keys, and numbers of rows as earlier releases kept
     * them: all are in the table that can be downloaded.
     */
    private static final Set<String> FOR_PROGRAMS = Set.of("beginning", "method", "organisationId", "packId");

    /** What is kept in words here was kept as numbers of rows before. */
    private static final String IN_WORDS = "alleged";

    /** Digits of a number that are written out. */
    private static final int LONGEST_NUMBER = 20;

    private final Language language;
    private final String act;

    AuditValues(Language language, String act) {
        this.language = language;
        this.act = act;
    }

    static String kind(String act) {
        return act.substring(0, Math.max(0, act.indexOf('.')));
    }

    static boolean isForPrograms(String key) {
        return FOR_PROGRAMS.contains(key);
    }

    /** Whether that tells nobody anything. */
    static boolean isNumberOfARow(String key, Object value) {
        return key.equals(IN_WORDS) && value instanceof Collection<?> all && all.stream().anyMatch(one -> !(one instanceof String));
    }

    String of(String key, Object value) {
        if (value instanceof Boolean yes) {
            return Texts.get(language, yes ? "kernel.yes" : "kernel.no");
        }
        if (value instanceof BigDecimal number) {
            return number.unscaledValue().bitLength() < Long.SIZE && Math.abs(number.scale()) < LONGEST_NUMBER ? number.toPlainString()
                    : Texts.get(language, "audit.value.unknown");
        }
        if (value instanceof Collection<?> all) {
            return orNothing(all.stream().map(one -> one instanceof String text ? named(key, text) : of(key, one)).collect(Collectors.joining(", ")));
        }
        if (value instanceof Map<?, ?> all) {
            return orNothing(all.entrySet().stream().map(one -> one.getKey() + " → " + of(key, one.getValue())).collect(Collectors.joining(", ")));
        }
        return orNothing(value == null ? "" : text(key, value.toString().strip()));
    }

    private String orNothing(String said) {
        return said.isEmpty() ? Texts.get(language, "audit.value.nothing") : said;
    }

    private String text(String key, String text) {
        if (TIMES.contains(key)) {
            return time(text);
        }
        return switch (key) {
            case "acts" -> words(text, ",").map(code -> ActNames.label(language, code)).collect(Collectors.joining(", "));
            case "asked", "problem" -> words(text, " ").map(this::reason).collect(Collectors.joining(" "));
            case "decided" -> decided(text);
            case "before", "after" -> text.lines().map(this::setting).collect(Collectors.joining(", "));
            default -> named(key, text);
        };
    }

    /** Why something was refused is kept under its key, without what it was said of. */
    private String reason(String word) {
        return word.contains(".refused.") && Texts.find(language, word).isPresent() ? Texts.of(language, word, "…", "…", "…") : word;
    }

    private static Stream<String> words(String text, String between) {
        return Collections.list(new StringTokenizer(text, between)).stream().map(String.class::cast);
    }

    /** What is kept beside a constant in the same value, such as the clause of a finding, stands before it. */
    private String named(String key, String text) {
        if (key.equals("results")) {
            int last = text.lastIndexOf(' ');
            return text.substring(0, last + 1) + constant("findings.result", text.substring(last + 1));
        }
        String names = NAMED.get(kind(act) + "." + key);
        return names == null || text.isEmpty() ? text : constant(names, text);
    }

    private String constant(String names, String name) {
        return Texts.find(language, names + "." + name).orElseGet(() -> Texts.get(language, "audit.value.unknown"));
    }

    /** About what, and what: {@code CHECK PLATFORM}. */
    private String decided(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? constant(kind(act) + ".decision", text)
                : constant(kind(act) + ".decision", text.substring(0, space)) + ": " + constant(kind(act) + ".result", text.substring(space + 1));
    }

    /** A line of what two people decide over: its name first, where it has one. */
    private String setting(String line) {
        int space = line.indexOf(' ');
        String key = space < 0 ? line : line.substring(0, space);
        String name = Texts.find(language, "audit.value.signon." + key).orElse(null);
        if (name == null) {
            return line;
        }
        String value = line.substring(space + 1);
        return space < 0 ? name : name + ": " + (value.equals("true") || value.equals("false") ? of(key, Boolean.valueOf(value)) : value);
    }

    private String time(String text) {
        try {
            return text.indexOf('T') > 0 ? Dates.moment(language, Instant.parse(text)) : Dates.day(language, LocalDate.parse(text));
        } catch (DateTimeException other) {
            return text;
        }
    }
}

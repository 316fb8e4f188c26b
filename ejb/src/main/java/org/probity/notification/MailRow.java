package org.probity.notification;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.probity.kernel.CaseReference;

/**
 * A mail as the operator sees it.
 *
 * @param toAddress without the mailbox where nothing has to be done about it
 * @param subject without the case: an operator does not learn who is in which
 * @param body only of mail kept in the development mailbox; null otherwise
 * @param nextAttemptAt when a queued mail is tried next
 * @param endedAt when it was sent, kept, given up or dropped; null while it is under way
 * @param lastError what the mail server or Probity said last, which may name whom the mail is for; where the mailbox is left out, of
 *        what kind it was and the number that the server gave; null where nothing went wrong
 */
public record MailRow(Long id, int version, String toAddress, String subject, String body, Mail.Status status,
        int attempts, Instant queuedAt, Instant nextAttemptAt, Instant endedAt, String lastError) {

    private static final String LEFT_OUT = "…";

    /** Nobody is reached: somebody has to look whether the address is right. */
    private static final Set<Mail.Status> TO_LOOK_AT = EnumSet.of(Mail.Status.FAILED, Mail.Status.IN_DOUBT);

    /** What went wrong as Java calls it, with the codes of SMTP (RFC 5321, 3463); the rest are the words of the mail server. */
    private static final Pattern KIND = Pattern.compile("(?<!\\w)\\w++(?<=Exception)(?:: [45]\\d\\d(?:[ -][45]\\.\\d{1,3}\\.\\d{1,3})?(?!\\d))?");

    MailRow masked() {
        boolean shown = TO_LOOK_AT.contains(status);
        String address = shown ? toAddress : LEFT_OUT + toAddress.substring(Math.max(0, toAddress.lastIndexOf('@')));
        String error = lastError == null || shown ? lastError : kinds(lastError);
        return new MailRow(id, version, address, withoutCase(subject), null, status, attempts, queuedAt, nextAttemptAt, endedAt,
                error == null ? null : withoutCase(error));
    }

    private static String kinds(String error) {
        return KIND.matcher(error).results().map(MatchResult::group).distinct().collect(Collectors.joining(", "));
    }

    private static String withoutCase(String text) {
        return CaseReference.in(text).replaceAll(LEFT_OUT);
    }

    MailRow reading(String text) {
        return new MailRow(id, version, toAddress, subject, text, status, attempts, queuedAt, nextAttemptAt, endedAt, lastError);
    }
}

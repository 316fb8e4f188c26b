package org.probity.notification;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.probity.kernel.CaseReference;

/**
 * A mail as the operator sees it.
 *
 * @param toAddress without the mailbox where nothing has to be done about it
 * @param subject without the case: an operator does not learn who is in which
 * @param body only of mail kept in the development mailbox; null otherwise
 * @param nextAttemptAt when a queued mail is tried next
 * @param endedAt when it was sent, kept, given up or dropped; null while it is under way
 * @param lastError what the mail server or Probity said last; null where nothing went wrong
 */
public record MailRow(Long id, int version, String toAddress, String subject, String body, Mail.Status status,
        int attempts, Instant queuedAt, Instant nextAttemptAt, Instant endedAt, String lastError) {

    private static final String LEFT_OUT = "…";

    /** Nobody is reached: somebody has to look whether the address is right. */
    private static final Set<Mail.Status> TO_LOOK_AT = EnumSet.of(Mail.Status.FAILED, Mail.Status.IN_DOUBT);

    MailRow masked() {
        String address = TO_LOOK_AT.contains(status) ? toAddress : LEFT_OUT + toAddress.substring(Math.max(0, toAddress.lastIndexOf('@')));
        return new MailRow(id, version, address, CaseReference.in(subject).replaceAll(LEFT_OUT), null, status, attempts, queuedAt, nextAttemptAt,
                endedAt, lastError);
    }

    MailRow reading(String text) {
        return new MailRow(id, version, toAddress, subject, text, status, attempts, queuedAt, nextAttemptAt, endedAt, lastError);
    }
}

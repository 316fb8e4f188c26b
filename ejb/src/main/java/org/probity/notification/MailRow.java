package org.probity.notification;

import java.time.Instant;

/**
 * A mail as the operator sees it.
 *
 * @param body only of mail kept in the development mailbox; null otherwise
 * @param nextAttemptAt when a queued mail is tried next
 * @param endedAt when it was sent, kept, given up or dropped; null while it is under way
 * @param lastError what the mail server or Probity said last; null where nothing went wrong
 */
public record MailRow(Long id, int version, String toName, String toAddress, String subject, String body, Mail.Status status,
        int attempts, Instant queuedAt, Instant nextAttemptAt, Instant endedAt, String lastError) {

    MailRow reading(String text) {
        return new MailRow(id, version, toName, toAddress, subject, text, status, attempts, queuedAt, nextAttemptAt, endedAt, lastError);
    }
}

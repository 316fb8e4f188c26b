package org.probity.account;

import java.time.Instant;
import org.probity.kernel.Language;

/**
 * Something to be written to a person about their way in. Fired as an event at a board, or at none where the installation writes; the outbox there
 * queues it in the same transaction.
 *
 * @param key what it is about and for whom, unique there
 * @param template {@code mail.<template>.subject} and {@code .body}
 * @param address of the mailbox
 * @param page to open, from the root, such as {@code signin}; where there is a secret, it follows
 * @param secret the end of the address that nobody else may know, or null
 * @param until when the page stops working, or null
 */
public record AccountMail(String key, String template, String name, String address, Language language, String page,
        String secret, Instant until) {
}

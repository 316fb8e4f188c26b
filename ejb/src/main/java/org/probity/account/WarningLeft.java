package org.probity.account;

import java.time.Instant;

/**
 * A mail has left that tells somebody of what they have a day to stop, or lies in the mailbox of a demonstration, which everybody reads.
 *
 * @param key of the mail, as in {@link AccountMail}
 */
public record WarningLeft(String key, Instant at) {
}

package org.probity.identity;

import java.time.Instant;

/**
 * A mail has left that tells somebody of what they have a day to stop; where there is no mail server, it lies where it is read.
 *
 * @param key of the mail, as in {@link AccountMail}
 */
public record WarningLeft(String key, Instant at) {
}

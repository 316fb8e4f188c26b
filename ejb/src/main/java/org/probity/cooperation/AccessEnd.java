package org.probity.cooperation;

import java.time.Instant;

/** Access to an account came to an end. @param passwordChanged whether the person has changed it since */
public record AccessEnd(Instant endedAt, boolean passwordChanged) {
}

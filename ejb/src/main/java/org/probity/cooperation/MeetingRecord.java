package org.probity.cooperation;

import java.time.Instant;

/**
 * A meeting or a supervised look that took place.
 *
 * @param present everybody who was there, and as what
 * @param minutes what was said or seen
 * @param minutesLong how long it took, in minutes; null where nobody looked at the clock
 */
public record MeetingRecord(Instant heldAt, String present, String minutes, Integer minutesLong) {
}

package org.probity.cooperation;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A request for help as the officer makes it.
 *
 * @param ask what exactly is wanted
 * @param ground why it is needed; required for every kind
 * @param deadline the last day to reply; null for the board's own number of working days
 * @param meetingAt for MEETING and SUPERVISED_LOOK
 * @param place for MEETING and SUPERVISED_LOOK; an address or a way to call in
 * @param scope what would be looked at, for SUPERVISED_LOOK and ACCESS
 */
public record NewCooperation(CooperationKind kind, String ask, String ground, LocalDate deadline, Instant meetingAt,
        String place, String scope) {
}

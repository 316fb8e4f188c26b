package org.probity.cooperation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A request for help as the officer makes it.
 *
 * @param ask what exactly is wanted
 * @param ground why it is needed; required for every kind
 * @param deadline the last day to reply; null for the board's own number of working days
 * @param meetingAt for MEETING and SUPERVISED_LOOK
 * @param place for MEETING and SUPERVISED_LOOK; an address or a way to call in
 * @param scope what would be looked at, for SUPERVISED_LOOK and ACCESS
 * @param allegationIds what the letter puts to the subject: for STATEMENT at least one, for MEETING none or more, for others none
 */
public record NewCooperation(CooperationKind kind, String ask, String ground, LocalDate deadline, Instant meetingAt,
        String place, String scope, List<Long> allegationIds) {

    public NewCooperation {
        allegationIds = allegationIds == null ? List.of() : allegationIds.stream().filter(Objects::nonNull).distinct().toList();
    }
}

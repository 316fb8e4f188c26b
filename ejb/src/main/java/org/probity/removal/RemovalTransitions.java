package org.probity.removal;

import static org.probity.removal.RemovalRequest.Status.CHALLENGED;
import static org.probity.removal.RemovalRequest.Status.CHALLENGE_UPHELD;
import static org.probity.removal.RemovalRequest.Status.CLOSED;
import static org.probity.removal.RemovalRequest.Status.COMPLIED;
import static org.probity.removal.RemovalRequest.Status.FURTHER_ACTION;
import static org.probity.removal.RemovalRequest.Status.IDENTITY_ASKED;
import static org.probity.removal.RemovalRequest.Status.NOT_SEEN_GONE;
import static org.probity.removal.RemovalRequest.Status.NOT_THEIRS;
import static org.probity.removal.RemovalRequest.Status.OVERDUE;
import static org.probity.removal.RemovalRequest.Status.PLATFORM_REPORTED;
import static org.probity.removal.RemovalRequest.Status.REPLIED;
import static org.probity.removal.RemovalRequest.Status.SENDING;
import static org.probity.removal.RemovalRequest.Status.SENT;
import static org.probity.removal.RemovalRequest.Status.TIME_ASKED;
import static org.probity.removal.RemovalRequest.Status.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.probity.removal.RemovalRequest.Status;

/** The one place that says which status of a removal request may follow which. */
final class RemovalTransitions {

    private static final Map<Status, Set<Status>> ALLOWED = new EnumMap<>(Status.class);

    static {
        ALLOWED.put(SENDING, EnumSet.of(SENT, CLOSED, WITHDRAWN));
        ALLOWED.put(SENT, EnumSet.of(SENDING, OVERDUE, REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, CLOSED, WITHDRAWN));
        ALLOWED.put(OVERDUE, EnumSet.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, SENDING, FURTHER_ACTION, PLATFORM_REPORTED,
                CLOSED, WITHDRAWN));
        ALLOWED.put(REPLIED, EnumSet.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, COMPLIED, SENDING, PLATFORM_REPORTED,
                CLOSED, WITHDRAWN));
        ALLOWED.put(PLATFORM_REPORTED, EnumSet.of(PLATFORM_REPORTED, COMPLIED, NOT_SEEN_GONE, SENDING, CLOSED, WITHDRAWN));
        ALLOWED.put(CHALLENGED, EnumSet.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, CHALLENGE_UPHELD, SENDING, CLOSED, WITHDRAWN));
        ALLOWED.put(IDENTITY_ASKED, EnumSet.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, NOT_THEIRS, SENDING, CLOSED, WITHDRAWN));
        ALLOWED.put(TIME_ASKED, EnumSet.of(REPLIED, CHALLENGED, IDENTITY_ASKED, TIME_ASKED, SENDING, CLOSED, WITHDRAWN));
    }

    /** What was said, or that nothing was, waits for somebody's decision. */
    static final Set<Status> UNDECIDED = EnumSet.of(OVERDUE, REPLIED, CHALLENGED, IDENTITY_ASKED);

    private static final Set<Status> LAPSED = EnumSet.of(CLOSED, WITHDRAWN);

    /** Nothing is asked for any more, whether it is there or not. */
    private static final Set<Status> TAKEN_BACK = EnumSet.of(CHALLENGE_UPHELD, NOT_THEIRS, CLOSED, WITHDRAWN);

    private RemovalTransitions() {
    }

    static boolean allowed(Status from, Status to) {
        return from(from).contains(to);
    }

    /** Whether it ended because its case did: nobody can answer it any more. */
    static boolean lapsed(Status status) {
        return LAPSED.contains(status);
    }

    /** Whether what it asked for is not asked for any more. */
    static boolean takenBack(Status status) {
        return TAKEN_BACK.contains(status);
    }

    /** Where a request may go from here; empty once it has ended. */
    static Set<Status> from(Status status) {
        return ALLOWED.getOrDefault(status, EnumSet.noneOf(Status.class));
    }
}

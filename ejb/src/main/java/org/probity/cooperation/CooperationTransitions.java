package org.probity.cooperation;

import static org.probity.cooperation.CooperationRequest.Status.AGREED;
import static org.probity.cooperation.CooperationRequest.Status.AUTHORITY_WANTED;
import static org.probity.cooperation.CooperationRequest.Status.CLOSED;
import static org.probity.cooperation.CooperationRequest.Status.DECLINED;
import static org.probity.cooperation.CooperationRequest.Status.DONE;
import static org.probity.cooperation.CooperationRequest.Status.NOT_AUTHORISED;
import static org.probity.cooperation.CooperationRequest.Status.OVERDUE;
import static org.probity.cooperation.CooperationRequest.Status.PROCEEDED;
import static org.probity.cooperation.CooperationRequest.Status.REPLIED;
import static org.probity.cooperation.CooperationRequest.Status.SENDING;
import static org.probity.cooperation.CooperationRequest.Status.SENT;
import static org.probity.cooperation.CooperationRequest.Status.WITHDRAWN;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.probity.cooperation.CooperationRequest.Status;

/** The one place that says which status of a co-operation request may follow which. */
final class CooperationTransitions {

    private static final Map<Status, Set<Status>> ALLOWED = new EnumMap<>(Status.class);

    static {
        ALLOWED.put(AUTHORITY_WANTED, EnumSet.of(SENDING, NOT_AUTHORISED, CLOSED, WITHDRAWN));
        ALLOWED.put(SENDING, EnumSet.of(SENT, CLOSED, WITHDRAWN));
        ALLOWED.put(SENT, EnumSet.of(OVERDUE, AGREED, REPLIED, CLOSED, WITHDRAWN));
        ALLOWED.put(OVERDUE, EnumSet.of(AGREED, REPLIED, SENDING, PROCEEDED, CLOSED, WITHDRAWN));
        ALLOWED.put(AGREED, EnumSet.of(AGREED, REPLIED, SENDING, DONE, CLOSED, WITHDRAWN));
        ALLOWED.put(REPLIED, EnumSet.of(AGREED, REPLIED, DONE, DECLINED, SENDING, CLOSED, WITHDRAWN));
    }

    /** What was said, or that nothing was, waits for somebody's decision. */
    static final Set<Status> UNDECIDED = EnumSet.of(OVERDUE, REPLIED);

    private static final Set<Status> LAPSED = EnumSet.of(CLOSED, WITHDRAWN);

    private CooperationTransitions() {
    }

    static boolean allowed(Status from, Status to) {
        return from(from).contains(to);
    }

    /**
     * Whether the subject is being asked, or has time that runs: to answer, to come to what was agreed or to say otherwise than somebody recorded
     * for them.
     */
    static boolean awaited(CooperationRequest request, Instant now) {
        return request.hasTime(now) || request.status() == AGREED
                || request.status() == REPLIED && request.answer().filter(last -> last.answer() == CooperationReply.Answer.OTHER_DATE).isPresent();
    }

    /** Whether it ended because its case did: nobody can answer it any more. */
    static boolean lapsed(Status status) {
        return LAPSED.contains(status);
    }

    /** Where a request may go from here; empty once it has ended. */
    static Set<Status> from(Status status) {
        return ALLOWED.getOrDefault(status, EnumSet.noneOf(Status.class));
    }
}

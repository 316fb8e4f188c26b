package org.probity.worklist;

import java.time.Instant;
import java.util.List;

/** How the clockwork fares, over all boards, for the operator: never what a case is about. */
public interface EngineHealth {

    /**
     * @param waiting timers whose time has not come
     * @param due timers and steps whose time has come and that have not run yet
     * @param failing steps that failed and will be tried again by themselves
     */
    record Counts(long waiting, long due, long failing) {
    }

    /**
     * A step that failed for good and waits for the operator.
     *
     * @param activity id of the step in its process
     * @param message what went wrong, in the words of the program
     */
    record Incident(String id, String board, String reference, String process, String activity, String message,
            Instant since) {
    }

    Counts counts();

    /** The latest first, at most {@code size}. @param page counted from 0 */
    List<Incident> incidents(int page, int size);

    long incidentCount();

    /**
     * Tries the step behind an incident again, soon.
     *
     * @throws org.probity.kernel.Refusal NOT_FOUND where it is gone already
     */
    void retry(String incidentId);
}

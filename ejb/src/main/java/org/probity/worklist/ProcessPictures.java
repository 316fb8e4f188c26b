package org.probity.worklist;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What is needed to draw where a case stands. Says nothing about people; whether the reader may see the case at all is
 * for the caller to have asked.
 */
public interface ProcessPictures {

    /**
     * A clock that runs now.
     *
     * @param activity id of the timer in the diagram
     */
    record Timer(String activity, Instant dueAt) {
    }

    /**
     * One run of one process.
     *
     * @param process such as {@code content-removal}
     * @param targetId the request or referral it is about; null for the case itself and its detection
     * @param endedAt null while it runs
     * @param done elements that were passed
     * @param active elements it waits at
     * @param failed elements the engine could not get past; the operator knows
     */
    record Run(String process, Long targetId, Instant startedAt, Instant endedAt, Set<String> done, Set<String> active,
            Set<String> failed, List<Timer> timers) {
    }

    /** Every run of a case of the current board, the earliest first; empty where there is no such case. */
    List<Run> of(String reference);

    /** The BPMN file of a process, for the caller to close. */
    InputStream drawing(String process);
}

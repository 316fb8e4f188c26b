package org.probity.worklist;

import java.util.Map;
import org.probity.kernel.DeadlineShift;

/** The process engine as the domain sees it. Every call joins the transaction of the act. */
public interface Processes {

    /**
     * Starts a process at the current board.
     *
     * @param process id such as {@code breach-investigation}
     * @param ids what the process remembers: ids and answers, never personal data
     */
    void start(String process, String reference, Map<String, Object> ids);

    /** The same from one step of it on, beside what runs of the case. @param businessKey as in {@link #message} */
    void startAt(String process, String step, String businessKey, Map<String, Object> ids);

    /** Takes a process away that {@link #startAt} has started, with what waits in it; where it has ended nothing happens. */
    void stop(String businessKey);

    /** Completes the step behind a work item. */
    void complete(String taskId, Map<String, Object> answers);

    /**
     * Sends a message to the running process of that business key.
     *
     * @param businessKey the reference, or reference and sub-process such as {@code CHSCB-2026-0042/R17}
     */
    void message(String message, String businessKey, Map<String, Object> ids);

    /** Stops every clock but the one for telling the designated officer, which is no board's to stop. @param businessKey of the case and all within it, or of one request as in {@link #message} */
    void suspend(String businessKey);

    /** Lets the clocks that stand run again, each when it is due now. @param businessKey as in {@link #suspend} */
    void resume(String businessKey, DeadlineShift stood);
}

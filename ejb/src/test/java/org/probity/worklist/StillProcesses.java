package org.probity.worklist;

import java.util.Map;
import org.probity.kernel.DeadlineShift;

/** An engine that nobody should move; a test says otherwise of what it expects. */
public class StillProcesses implements Processes {

    @Override
    public void start(String process, String reference, Map<String, Object> ids) {
        throw new AssertionError(process);
    }

    @Override
    public void startAt(String process, String step, String businessKey, Map<String, Object> ids) {
        throw new AssertionError(step);
    }

    @Override
    public void stop(String businessKey) {
        throw new AssertionError(businessKey);
    }

    @Override
    public void complete(String taskId, Map<String, Object> answers) {
        throw new AssertionError(taskId);
    }

    @Override
    public void message(String message, String businessKey, Map<String, Object> ids) {
        throw new AssertionError(message);
    }

    @Override
    public void suspend(String reference) {
        throw new AssertionError(reference);
    }

    @Override
    public void resume(String reference, DeadlineShift stood) {
        throw new AssertionError(reference);
    }
}

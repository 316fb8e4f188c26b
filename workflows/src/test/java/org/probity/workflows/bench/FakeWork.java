package org.probity.workflows.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.worklist.NewWork;
import org.probity.worklist.Work;

/** A worklist in memory. */
final class FakeWork extends Work {

    private final Map<String, NewWork> open = new LinkedHashMap<>();

    @Override
    public void open(NewWork work) {
        requireSystem();
        open.put(work.taskId(), work);
    }

    @Override
    public void cancel(String taskId) {
        requireSystem();
        open.remove(taskId);
    }

    private static void requireSystem() {
        if (!CurrentCaller.get().has(Role.SYSTEM)) {
            throw new AssertionError("Work items are opened and cancelled by the system only");
        }
    }

    Map<String, NewWork> open() {
        return open;
    }
}

package org.probity.workflows.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.probity.identity.CurrentCaller;
import org.probity.identity.Role;
import org.probity.tenancy.CurrentBoard;

/** What the steps asked of the services, in order. Refuses a step that does not act as the system of a board. */
public final class Journal {

    private final List<String> lines = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    void note(String act, Object of) {
        if (!CurrentCaller.get().has(Role.SYSTEM)) {
            throw new AssertionError(act + " was not called as the system");
        }
        if (broken.contains(act)) {
            throw new IllegalStateException(act + " is broken");
        }
        lines.add(act + " " + of + " @" + CurrentBoard.slug());
    }

    /** From now on this service fails. */
    public void breaks(String act) {
        broken.add(act);
    }

    public void mends(String act) {
        broken.remove(act);
    }

    public List<String> lines() {
        return lines;
    }
}

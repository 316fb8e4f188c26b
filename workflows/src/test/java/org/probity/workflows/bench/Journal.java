package org.probity.workflows.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Refusal;
import org.probity.tenancy.CurrentBoard;

/** What the steps asked of the services, in order. Refuses a step that does not act as the system of a board. */
public final class Journal {

    /** Somebody whom the message of a broken service quotes, as a database does. */
    public static final String QUOTED = "Jo Nobody";

    private final List<String> lines = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> refusing = new HashSet<>();
    private final Set<Long> toPost = new HashSet<>();

    void note(String act, Object of) {
        if (!CurrentCaller.get().has(Role.SYSTEM)) {
            throw new AssertionError(act + " was not called as the system");
        }
        if (refusing.contains(act + " " + of)) {
            throw Refusal.state(act + ".refused");
        }
        if (broken.contains(act + " " + of)) {
            throw new IllegalStateException("Key (name)=(" + QUOTED + ")", new SQLException(act + " " + of + " is broken", "23505"));
        }
        lines.add(act + " " + of + " @" + CurrentBoard.slug());
    }

    /** The letters of that request have to be posted. */
    void posts(Long request) {
        toPost.add(request);
    }

    boolean isToPost(Long request) {
        return toPost.contains(request);
    }

    /** From now on this service fails for that target. */
    void breaks(String act, Object of) {
        broken.add(act + " " + of);
    }

    /** From now on this service says no for that target. */
    void refuses(String act, Object of) {
        refusing.add(act + " " + of);
    }

    void mends(String act, Object of) {
        refusing.remove(act + " " + of);
        broken.remove(act + " " + of);
    }

    List<String> lines() {
        return lines;
    }
}

package org.probity.worklist;

import java.time.Instant;
import org.probity.identity.Capacity;
import org.probity.identity.Role;

/**
 * One line of a worklist.
 *
 * @param capacity what doing it makes of somebody; null where their part in the case does not matter
 */
public record WorkRow(Long id, Instant dueAt, String reference, String task, String process, String about,
        String stage, String targetKind, Long targetId, Role role, Long memberId, Capacity capacity) {

    /** The same with the number of its case for a title. */
    WorkRow untitled() {
        return new WorkRow(id, dueAt, reference, task, process, reference, stage, targetKind, targetId, role, memberId, capacity);
    }
}

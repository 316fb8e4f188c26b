package org.probity.worklist;

import java.time.Instant;
import org.probity.access.Capacity;
import org.probity.access.Role;

/**
 * One line of a worklist.
 *
 * @param capacity what doing it makes of somebody; null where their part in the case does not matter
 * @param urgent whether its case is; never for whoever answers from outside the board, nor is the rest
 * @param urgency what makes it so; null where nothing does, or the reader is not to know yet
 * @param severity how serious the case is, once that is rated and the reader may know
 * @param subject whom the case is about, where that is known and the reader may know
 * @param conflictOpen whether the reader has to say first whether they have a conflict of interest; until then the three before it are left out
 */
public record WorkRow(Long id, Instant dueAt, String reference, String task, String process, String about,
        String stage, String targetKind, Long targetId, Role role, Long memberId, Capacity capacity,
        boolean urgent, Urgency urgency, String severity, String subject, boolean conflictOpen) {

    public WorkRow(Long id, Instant dueAt, String reference, String task, String process, String about, String stage, String targetKind,
            Long targetId, Role role, Long memberId, Capacity capacity, boolean urgent) {
        this(id, dueAt, reference, task, process, about, stage, targetKind, targetId, role, memberId, capacity, urgent, null, null, null, false);
    }

    /** The same with what the reader may know of its case, which is nothing of one that is not among those told. */
    WorkRow of(ListedCases.Listed known) {
        ListedCases.Listed told = known == null ? ListedCases.Listed.NOTHING : known;
        return new WorkRow(id, dueAt, reference, task, process, told.untitled() ? reference : about, stage, targetKind, targetId, role, memberId,
                capacity, urgent, told.urgency(), told.severity(), told.subject(), told.conflictOpen());
    }
}
